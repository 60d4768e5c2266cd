using TypedExplain.Schema.Rows;

namespace TypedExplain.Decisions.Reasons.References;

/// <summary>People whose scores are wanted.</summary>
internal static class ReferenceBatch
{
    /// <summary>All rows of a data set, for a model to score.</summary>
    public static RowBatch<T> Of<T>(IModelInfo<T> model, Dataset<T> rows)
        where T : IFeatureRecord<T> => new(model, rows.Encoded.Values.ToArray(), new GivenRecords<T>(rows.Rows), new double[rows.Count]);
}
