namespace TypedExplain.Batch.Formats;

/// <summary>What stands in a file beside its columns.</summary>
internal static class ResultMetadata
{
    /// <summary>What the results are.</summary>
    public static Dictionary<string, string> OfFile(ResultSchema schema) => new()
    {
        ["typedexplain.record"] = schema.Record,
        ["typedexplain.question"] = schema.Question,
    };

    /// <summary>What a column is.</summary>
    public static Dictionary<string, string> OfColumn(ResultColumn column)
    {
        Dictionary<string, string> metadata = new() { ["description"] = column.Description };
        if (column.Unit is { } unit)
            metadata["unit"] = unit;
        return metadata;
    }
}
