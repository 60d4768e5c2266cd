using System.Collections.Immutable;
using System.Text.Json;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.XGBoost;

/// <summary>Files of XGBoost 1.7.4 (eng/xgboost): what it answered and how it shared that is the measure, to the rounding of its single precision.</summary>
public class XGBoostTests
{
    private const double Tolerance = 1e-5;

    private static readonly JsonElement s_expected = JsonDocument.Parse(File.ReadAllBytes(ModelFiles.Path("xgboost-rows.json"))).RootElement;

    /// <summary>The rows that XGBoost answered to.</summary>
    public static Loan[] Rows => [.. s_expected.GetProperty("rows").EnumerateArray().Select(Read)];

    public static TheoryData<string, ForestLink> Kinds => new()
    {
        { "regression", ForestLink.Identity },
        { "regression-base", ForestLink.Identity },
        { "absolute", ForestLink.Identity },
        { "logistic-share", ForestLink.Sigmoid },
        { "binary", ForestLink.Sigmoid },
        { "logitraw", ForestLink.Identity },
        { "hinge", ForestLink.Step },
        { "softprob", ForestLink.Softmax },
        { "poisson", ForestLink.Exponential },
        { "gamma", ForestLink.Exponential },
        { "tweedie", ForestLink.Exponential },
        { "cox", ForestLink.Exponential },
        { "rank", ForestLink.Identity },
        { "dart", ForestLink.Sigmoid },
        { "forest", ForestLink.Sigmoid },
        { "pruned", ForestLink.Identity },
        { "categories", ForestLink.Identity },
        { "single-categories", ForestLink.Sigmoid },
        { "unnamed", ForestLink.Identity },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnswersAndContributionsAreThoseOfXGBoost(string name, ForestLink link)
    {
        XGBoostForest<Loan> model = XGBoostForest<Loan>.Load(ModelFiles.Path($"xgboost-{name}.json"));
        Assert.Equal(link, model.Link);
        JsonElement expected = s_expected.GetProperty("models").GetProperty(name);
        double[] answers = Numbers(expected.GetProperty("answers")), sums = Numbers(expected.GetProperty("sums")), contributions = Numbers(expected.GetProperty("contributions"));
        Loan[] loans = Rows;
        double[] encoded = ModelFiles.Encode(loans), scores = new double[answers.Length], below = new double[answers.Length];
        model.Score(new EncodedRows<Loan>(encoded), scores);
        model.Forest.Score(new EncodedRows<Loan>(encoded), below);
        int outputs = model.Outputs.Length, width = Loans.Coded.Length + 1;
        for (int i = 0; i < loans.Length; i++)
        {
            ImmutableArray<ShapValues<Loan>> values = new TreeShap<Loan>().ValuesOfOutputs(model.Forest, loans[i]);
            for (int output = 0; output < outputs; output++)
            {
                int at = (i * outputs) + output;
                Close(answers[at], scores[at], $"{name}: answer to {loans[i]}");

                // With this objective, XGBoost's own margin is the step already.
                if (link != ForestLink.Step)
                    Close(sums[at], below[at], $"{name}: sum for {loans[i]}");
                double[] found = values[output].Contributions.AsSpan().ToArray();
                found[Loans.Debt] += found[Loans.Debt + 1];
                for (int column = 0; column < width - 1; column++)
                    Close(contributions[(at * width) + column], found[Loans.CodedFeatures[column]], $"{name}: contribution of {Loans.Coded[column]} for {loans[i]}");
                Close(contributions[(at * width) + width - 1], values[output].BaseValue, $"{name}: base value");
            }
        }
    }

    private static void Close(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"{what} is {actual:R}, and XGBoost has {expected:R}.");

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];

    private static Loan Read(JsonElement row) =>
        new((int)row[0].GetDouble(), row[1].GetDouble(), row[2].ValueKind == JsonValueKind.Null ? null : row[2].GetDouble(), (Housing)(int)row[3].GetDouble(), row[4].GetDouble() == 1);
}
