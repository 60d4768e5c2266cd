using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using TypedExplain.Decisions.Tests.Support;
using TypedExplain.Tests.Golden;

namespace TypedExplain.Decisions.Tests.Golden;

/// <summary>Least costs, sizes of the reachable set and certificates, against an enumeration of everything.</summary>
[Trait("Category", "Golden")]
public class RecourseGolden
{
    // Sums in another order, and means instead of sums, may fall to the other side of a threshold that they meet.
    private const double Rounding = 1e-9;

    [GoldenTheory("recourse")]
    [MemberData(nameof(GoldenFiles.Cases), "recourse", "forest", MemberType = typeof(GoldenFiles))]
    public void ForestByItsTrees(string file, int index)
    {
        JsonElement golden = GoldenFiles.Load("recourse", file, "forest", index).Case;
        FeatureSchema<Lattice> schema = Use(golden.GetProperty("features"));
        ForestOf.Node[] trees = [.. golden.GetProperty("trees").EnumerateArray().Select(Node)];
        Forest<Lattice> forest = ForestOf.Trees<Lattice>(trees);
        _ = Check(forest, trees.Length, golden, golden.GetProperty("expected"), golden.Number("wanted_at_least"), schema);
    }

    [GoldenTheory("recourse")]
    [MemberData(nameof(GoldenFiles.Cases), "recourse", "forest", MemberType = typeof(GoldenFiles))]
    public void ForestByAskingIt(string file, int index)
    {
        JsonElement golden = GoldenFiles.Load("recourse", file, "forest", index).Case;
        FeatureSchema<Lattice> schema = Use(golden.GetProperty("features"));
        ForestOf.Node[] trees = [.. golden.GetProperty("trees").EnumerateArray().Select(Node)];
        Forest<Lattice> forest = ForestOf.Trees<Lattice>(trees);
        IModel<Lattice> blackBox = Model.FromRows<Lattice>((rows, scores) => forest.Score(rows, scores));
        _ = Check(blackBox, trees.Length, golden, golden.GetProperty("expected"), golden.Number("wanted_at_least"), schema);
    }

    [GoldenTheory("recourse")]
    [MemberData(nameof(Files))]
    public void GermanCreditByAskingALogisticModel(string file)
    {
        JsonElement german = GoldenFiles.Roots("recourse").Single(root => root.File == file).Root.GetProperty("german");
        FeatureSchema<Lattice> schema = Use(german.GetProperty("features"));
        LogOdds logOdds = new(schema, german.GetProperty("columns").GetString()!, german.Vector("coefficients"), german.Number("constant"));
        IModel<Lattice> model = Model.FromRows<Lattice>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
                scores[row] = logOdds.Of(rows[row]);
        });
        int people = 0, without = 0;
        foreach (JsonElement denied in german.GetProperty("denied").EnumerateArray())
        {
            RecourseOutcome<Lattice> outcome = Check(model, 1, denied, denied, german.Number("wanted_at_least"), schema);
            people++;
            without += outcome is NoRecourse<Lattice> ? 1 : 0;
        }

        Assert.Equal(german.Number("share_without_recourse"), without / (double)people, 12);
    }

    public static IEnumerable<object[]> Files() => GoldenFiles.Roots("recourse").Select(root => new object[] { root.File });

    private static RecourseOutcome<Lattice> Check(IModel<Lattice> model, int trees, JsonElement input, JsonElement expected, double wanted, FeatureSchema<Lattice> schema)
    {
        Lattice instance = new([.. input.Vector("instance")]);
        Recourse<Lattice> recourse = new() { ReadsModel = true, Wanted = answer => answer >= (wanted - Rounding) / trees };
        RecourseOutcome<Lattice> outcome = recourse.Find(model, instance);

        Assert.Equal(input.Number("score"), trees * outcome.Answer, Rounding);
        Assert.True(outcome.IsReachableExact);
        Assert.Equal(new BigInteger(expected.Number("reachable")), outcome.Reachable);
        if (expected.GetProperty("found").GetBoolean())
        {
            Found<Lattice> found = Assert.IsType<Found<Lattice>>(outcome);
            Assert.Equal(expected.Number("least_cost"), found.Action.Cost, Rounding);
            Assert.True(found.IsProvenCheapest);
            Assert.True(model.Predict(found.Action.After) >= (wanted - Rounding) / trees);
        }
        else
        {
            NoRecourse<Lattice> certificate = Assert.IsType<NoRecourse<Lattice>>(outcome);
            Assert.Equal(expected.Number("highest_score"), trees * certificate.Best!.Answer, Rounding);
            Assert.Equal(certificate.Best.Answer, model.Predict(certificate.Best.After));
        }

        Assert.NotNull(schema);
        return outcome;
    }

    private static FeatureSchema<Lattice> Use(JsonElement features)
    {
        string[] names = [.. features.EnumerateArray().Select(feature => feature.GetProperty("name").GetString()!)];
        return Lattice.Use([.. features.EnumerateArray().Select((feature, index) => Feature(feature, index, names))]);
    }

    private static Feature<Lattice> Feature(JsonElement feature, int index, string[] names)
    {
        string kind = feature.GetProperty("kind").GetString()!;
        int levels = feature.TryGetProperty("levels", out JsonElement count) ? count.GetInt32() : 0;
        ImmutableArray<FeatureLink> links = feature.TryGetProperty("movesWith", out JsonElement moves)
            ? [.. moves.EnumerateArray().Select(link => new FeatureLink(Array.IndexOf(names, link.GetProperty("source").GetString()), link.Number("factor")))]
            : [];
        return new()
        {
            Name = names[index],
            Index = index,
            Column = index,
            Kind = kind switch
            {
                "flag" => FeatureKind.Flag,
                "category" => FeatureKind.Category,
                "rank" => FeatureKind.Ordinal,
                "whole" => FeatureKind.Whole,
                "real" => FeatureKind.Real,
                _ => throw new InvalidDataException(kind),
            },
            Encoding = kind == "category" ? CategoryEncoding.Code : CategoryEncoding.OneHot,
            Categories = [.. Enumerable.Range(0, levels).Select(level => $"L{level}")],

            // What moves with others may go anywhere there.
            Limits = !links.IsEmpty ? FeatureRange.Unbounded
                : kind is "whole" or "real" ? new(feature.Number("minimum"), feature.Number("maximum"))
                : kind == "rank" ? new(0, levels - 1)
                : FeatureRange.Unbounded,
            Step = feature.TryGetProperty("step", out JsonElement step) ? step.Number() : null,
            MostSteps = feature.TryGetProperty("mostSteps", out JsonElement most) ? most.GetInt32() : null,
            Cost = feature.TryGetProperty("cost", out JsonElement cost) ? cost.Number() : null,
            Constraints = Has("immutable") ? FeatureConstraints.Immutable : Has("onlyIncreases") ? FeatureConstraints.OnlyIncreases : Has("onlyDecreases") ? FeatureConstraints.OnlyDecreases : FeatureConstraints.None,
            MovesWith = links,
        };

        bool Has(string name) => feature.TryGetProperty(name, out JsonElement is_) && is_.GetBoolean();
    }

    private static ForestOf.Node Node(JsonElement node) => node.TryGetProperty("feature", out JsonElement feature)
        ? new(0, feature.GetInt32(), node.Number("threshold"), Node(node.GetProperty("left")), Node(node.GetProperty("right")))
        : new(node.Number("value"));

    /// <summary>A linear model of columns such as "Age", "Housing==1" and "AmountBand>=2", as a golden file names them.</summary>
    private sealed class LogOdds
    {
        private readonly List<(int Feature, char Test, double Level)> _columns = [];
        private readonly double[] _coefficients;
        private readonly double _constant;

        public LogOdds(FeatureSchema<Lattice> schema, string columns, double[] coefficients, double constant)
        {
            (_coefficients, _constant) = (coefficients, constant);
            int feature = 0;
            char test = ' ';
            foreach (string column in columns.Split(',', StringSplitOptions.TrimEntries))
            {
                // After "Housing==0" come "1" and "2", which are of the same feature.
                string[] parts = column.Split(["==", ">="], StringSplitOptions.None);
                if (!char.IsDigit(column[0]))
                    (feature, test) = (schema.Features.Single(own => own.Name == parts[0]).Index, parts.Length == 1 ? ' ' : column.Contains("==", StringComparison.Ordinal) ? '=' : '>');
                _columns.Add((feature, test, test == ' ' ? 0 : double.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)));
            }

            Assert.Equal(_coefficients.Length, _columns.Count);
        }

        public double Of(ReadOnlySpan<double> row)
        {
            double sum = _constant;
            for (int i = 0; i < _coefficients.Length; i++)
            {
                (int feature, char test, double level) = _columns[i];
                sum += _coefficients[i] * (test switch { ' ' => row[feature], '=' => row[feature] == level ? 1 : 0, _ => row[feature] >= level ? 1 : 0 });
            }

            return sum;
        }
    }
}
