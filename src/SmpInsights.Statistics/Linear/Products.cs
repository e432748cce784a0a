namespace SmpInsights.Statistics.Linear;

/// <summary>Products of vectors and matrices of matching length.</summary>
internal static class Products
{
    public static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>a'Mb.</summary>
    public static double Form(double[] a, double[,] matrix, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] == 0)
                continue;
            for (int j = 0; j < b.Length; j++)
                sum += a[i] * matrix[i, j] * b[j];
        }
        return sum;
    }

    public static double[] Times(double[,] matrix, double[] b)
    {
        var product = new double[matrix.GetLength(0)];
        for (int i = 0; i < product.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
                product[i] += matrix[i, j] * b[j];
        }
        return product;
    }
}
