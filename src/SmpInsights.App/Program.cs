using SmpInsights.App;

return await SmpProgram.RunAsync(args).ConfigureAwait(false);
