namespace TypedExplain.ML.Tests.Support;

/// <summary>Files of models, and rows to ask them about.</summary>
internal static class ModelFiles
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Models", name);

    public static double[] Encode(Loan[] loans)
    {
        FeatureSchema<Loan> schema = FeatureSchema.Of<Loan>();
        double[] columns = new double[loans.Length * schema.Columns];
        for (int i = 0; i < loans.Length; i++)
            schema.Encode(loans[i], columns.AsSpan(i * schema.Columns, schema.Columns));
        return columns;
    }
}
