using System.Text.Json;
using TypedExplain.Generated;
using TypedExplain.Tests.Golden;

namespace TypedExplain.Decisions.Tests.Reasons.Golden;

/// <summary>
/// A person of any golden scorecard: every feature of a scorecard has one column for each code, and the level stands in that of its
/// own code. The other columns are 0 in everybody, so nothing of the score can go to them.
/// </summary>
internal sealed record Card(double[] Levels) : IFeatureRecord<Card>
{
    private static readonly string[] s_codes = [.. Cases.SelectMany(Codes).Distinct().Order(StringComparer.Ordinal)];

    private static readonly int s_features = Cases.Select(scorecard => Codes(scorecard).Length).DefaultIfEmpty(1).Max();

    private static readonly FeatureSchema<Card> s_schema = new(nameof(Card), [.. Enumerable.Range(0, s_features * Math.Max(1, s_codes.Length)).Select(Column)])
    {
        Reasons = [.. s_codes.Select(code => new Reason<Card>(code, $"Text of {code}"))],
    };

    static FeatureSchema<Card> IFeatureRecord<Card>.Schema => s_schema;

    private static IEnumerable<JsonElement> Cases => GoldenFiles.Roots("reasons").SelectMany(file => file.Root.GetProperty("cases").EnumerateArray());

    /// <summary>A person of a scorecard.</summary>
    public static Card Of(string[] codes, int[] levels)
    {
        double[] columns = new double[s_schema.Columns];
        for (int feature = 0; feature < levels.Length; feature++)
            columns[Column(feature, codes[feature])] = levels[feature];
        return new(columns);
    }

    /// <summary>The column of a feature of a scorecard.</summary>
    public static int Column(int feature, string code) => (feature * s_codes.Length) + Array.IndexOf(s_codes, code);

    /// <summary>The codes of a scorecard, one per feature.</summary>
    public static string[] Codes(JsonElement scorecard) => [.. scorecard.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)];

    static void IFeatureRecord<Card>.Encode(in Card record, Span<double> columns) => record.Levels.CopyTo(columns);

    static Card IFeatureRecord<Card>.Decode(ReadOnlySpan<double> columns) => new(columns.ToArray());

    static void IFeatureRecord<Card>.Interpret(in Interpretation rows) => throw new NotSupportedException();

    static void IFeatureRecord<Card>.Perturb(in Perturbation rows) => throw new NotSupportedException();

    private static Feature<Card> Column(int column) => new()
    {
        Name = $"F{column / s_codes.Length}As{s_codes[column % s_codes.Length]}",
        Kind = FeatureKind.Whole,
        Index = column,
        Column = column,
        Reasons = [new(s_codes[column % s_codes.Length])],
    };
}
