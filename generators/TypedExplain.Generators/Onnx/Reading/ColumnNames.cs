namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>The names of a matrix's columns, as exporters write them down: a JSON list of texts, or names between commas.</summary>
internal static class ColumnNames
{
    /// <summary>Under what the runtime stores a record's schema beside the models that it writes.</summary>
    public const string SchemaKey = "TypedExplain.schema";

    /// <summary>Whether the metadata of a model under this key may be such a list.</summary>
    public static bool IsKey(string key) => key is "feature_names" or "feature_names_in" or "columns" or "input_features";

    /// <summary>The names; none where the text is no such list.</summary>
    public static List<string> Parse(string text)
    {
        text = text.Trim();
        bool isList = text.StartsWith("[", StringComparison.Ordinal) && text.EndsWith("]", StringComparison.Ordinal);
        if (isList)
            text = text.Substring(1, text.Length - 2);
        List<string> names = [.. text.Split(',').Select(name => name.Trim().Trim('"', '\''))];
        return names.All(name => name.Length > 0) && (isList || names.Count > 1) ? names : [];
    }
}
