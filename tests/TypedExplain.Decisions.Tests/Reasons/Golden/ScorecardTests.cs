using System.Text.Json;
using TypedExplain.Tests.Golden;

namespace TypedExplain.Decisions.Tests.Reasons.Golden;

/// <summary>The reasons of refused people under scorecards are those of the textbook: own points less the mean points of the reference, summed per code.</summary>
public class ScorecardTests
{
    private const string Fixture = "reasons";

    public static IEnumerable<object[]> Cases => GoldenFiles.Cases(Fixture, "cases");

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Cases))]
    public void Has_the_reasons_of_the_textbook(string file, int index)
    {
        (JsonElement root, JsonElement scorecard) = GoldenFiles.Load(Fixture, file, "cases", index);
        string[] codes = Card.Codes(scorecard);
        Tolerance tolerance = new(root.GetProperty("tolerance").Number("abs"));
        Dataset<Card> applicants = new(scorecard.GetProperty("applicants").EnumerateArray().Select(levels => Card.Of(codes, Levels(levels))));
        IModel<Card> model = Model(scorecard, codes);
        double cutoff = scorecard.Number("cutoff");
        var methods = new (string Name, PrincipalReasons<Card> Reasons)[]
        {
            ("at_cutoff", new() { Reference = Reference.AtCutoff(applicants, cutoff, scorecard.Number("band")) }),
            ("all_applicants", new() { Reference = Reference.AllApplicants(applicants), Cutoff = cutoff }),
        };
        foreach (JsonElement refused in scorecard.GetProperty("refused").EnumerateArray())
        {
            Card person = Card.Of(codes, Levels(refused.GetProperty("person")));
            foreach ((string name, PrincipalReasons<Card> reasons) in methods)
                Check(refused, refused.GetProperty("expected").GetProperty(name), Assert.IsType<Stated<Card>>(reasons.State(model, person)), tolerance);
        }
    }

    private static void Check(JsonElement refused, JsonElement expected, Stated<Card> stated, Tolerance tolerance)
    {
        tolerance.Check(refused.Number("score"), stated.Score, "score");
        Assert.Equal(expected.EnumerateArray().Select(reason => reason.GetProperty("code").GetString()), stated.Reasons.Select(reason => reason.Reason.CodeText));
        Assert.Equal(stated.Reference.Count < 30, stated.Warnings.Any(warning => warning.Contains("fewer than 30", StringComparison.Ordinal)));
        foreach ((JsonElement known, StatedReason<Card> reason) in expected.EnumerateArray().Zip(stated.Reasons))
        {
            tolerance.Check(known.Number("contribution"), reason.Contribution, reason.Reason.CodeText);
            Assert.Null(reason.Interval);
            Assert.False(reason.IsTied);
        }
    }

    private static IModel<Card> Model(JsonElement scorecard, string[] codes)
    {
        double[][] points = scorecard.Matrix("points");
        int[] columns = [.. codes.Select((code, feature) => Card.Column(feature, code))];
        return TypedExplain.Model.FromRows<Card>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
            {
                double sum = 0;
                for (int feature = 0; feature < points.Length; feature++)
                    sum += points[feature][(int)rows[row][columns[feature]]];
                scores[row] = sum;
            }
        });
    }

    private static int[] Levels(JsonElement levels) => [.. levels.EnumerateArray().Select(level => level.GetInt32())];
}
