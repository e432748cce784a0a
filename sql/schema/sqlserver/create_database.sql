-- Creates the database @name.
DECLARE @statement nvarchar(400) = N'CREATE DATABASE ' + QUOTENAME(@name);
EXEC (@statement);
