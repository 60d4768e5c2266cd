namespace TypedExplain.Batch.Manifests;

/// <summary>In what two plans differ, in words.</summary>
internal static class PlanDifferences
{
    /// <summary>What differs but for the shards and their limits, which are those of the plan that was first.</summary>
    public static string[] Between(JobPlan there, JobPlan here) =>
    [
        .. Of("record", there.Record, here.Record),
        .. Of("schema of the record", there.Schema, here.Schema),
        .. Of("question", there.Question, here.Question),
        .. Of("explainer or its options", Text(there.Explainer), Text(here.Explainer), isTold: false),
        .. Of("model", there.Model?.ToString() ?? "not identified", here.Model?.ToString() ?? "not identified"),
        .. Of("version of the library", there.LibraryVersion, here.LibraryVersion),
        .. Of("source", there.Source, here.Source),
        .. Of("settings of the source", there.SourceSettings, here.SourceSettings),
        .. Of("files of the source", Text(there.Parts), Text(here.Parts)),
        .. Of("format", there.Extension, here.Extension),
        .. Of("settings of the format", there.FormatSettings, here.FormatSettings),
        .. Of("summary options", there.SummarySettings ?? "none", here.SummarySettings ?? "none"),
        .. Of("protected values", there.ProtectedValues.ToString(), here.ProtectedValues.ToString()),
        .. Of("columns", string.Join(',', there.Columns), string.Join(',', here.Columns), isTold: false),
    ];

    private static IEnumerable<string> Of(string name, string there, string here, bool isTold = true)
    {
        if (there != here)
            yield return isTold ? $"{name} ({there}, now {here})" : name;
    }

    private static string Text(IEnumerable<string>? parts) => parts is null ? "not told" : string.Join(", ", parts);

    private static string Text(string json) => CanonicalJson.Of(json);
}
