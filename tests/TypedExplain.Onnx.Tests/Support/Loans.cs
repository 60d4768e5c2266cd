using TypedExplain.Tests.Zoo;

namespace TypedExplain.Onnx.Tests.Support;

/// <summary>Applications to ask models about, and the models of the folder Models, computed slowly and obviously.</summary>
internal static class Loans
{
    private static readonly double[] s_weights = [0.01, 2e-6, 0.3, -0.2, 0.1, -0.9];

    public static Dataset<LoanApplication> Data { get; } = new(Enumerable.Range(0, 200).Select(i => new LoanApplication(
        18 + (i * 37 % 70),
        10_000 + (i * 7919 % 120_000),
        (Housing)(i % 3),
        i % 4 == 1)));

    public static IReadOnlyList<Feature<LoanApplication>> Features { get; } = FeaturesOf<LoanApplication>();

    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "Models", name + ".onnx");

    public static OnnxModel<LoanApplication> Load(string name, OnnxOptions<LoanApplication>? options = null) => OnnxModel<LoanApplication>.Load(File(name), options);

    public static double[] Columns(LoanApplication loan) =>
    [
        loan.Age,
        loan.AnnualIncome,
        loan.Housing == Housing.Rent ? 1 : 0,
        loan.Housing == Housing.Mortgage ? 1 : 0,
        loan.Housing == Housing.Own ? 1 : 0,
        loan.HasDefaulted ? 1 : 0,
    ];

    public static double Linear(LoanApplication loan) => Columns(loan).Zip(s_weights, (x, w) => x * w).Sum() - 0.25;

    public static double Logistic(LoanApplication loan) => 1 / (1 + Math.Exp(-Linear(loan)));

    public static double[] Classifier(LoanApplication loan)
    {
        double[] c = [0.02, 1e-6, 0.1, 0.2, 0.3, -1.0, -0.01, 2e-6, 0.3, 0.1, -0.2, 1.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.5];
        double[] x = Columns(loan), intercepts = [0.1, -0.1, 0.2];
        return Softmax([.. intercepts.Select((own, i) => own + x.Select((value, j) => value * c[(6 * i) + j]).Sum())]);
    }

    public static double[] Mlp(LoanApplication loan)
    {
        double[] x = Columns(loan), first = [0.1, -0.1, 0.2, 0.0], second = [0.05, -0.05];
        double[] hidden = [.. first.Select((own, j) => Math.Max(0, own + x.Select((value, i) => value * Weight(i, j)).Sum()))];
        return Softmax([.. second.Select((own, j) => own + hidden.Select((value, i) => value * ((((2 * i) + (3 * j)) % 5) - 2) / 2.0).Sum())]);

        static double Weight(int i, int j) => ((((3 * i) + (5 * j)) % 7) - 3) / 8.0 * (i == 1 ? 1e-5 : i == 0 ? 0.02 : 1);
    }

    /// <summary>The number of the leaf of each of the two trees.</summary>
    public static (int First, int Second) Leaves(LoanApplication loan) =>
    (
        !(loan.AnnualIncome <= 40000.5) ? 0 : loan.HasDefaulted ? 2 : 1,
        loan.Age < 35 ? 3 : loan.AnnualIncome <= 90000.1 ? 4 : 5);

    public static double Trees(LoanApplication loan)
    {
        double[] answers = [0.25, 0.1, -0.4, -0.15, 0.2, 0.35];
        (int first, int second) = Leaves(loan);
        return answers[first] + answers[second];
    }

    public static double[] TreeShares(LoanApplication loan)
    {
        double[][] shares = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4], [0.0, 0.5, 0.5], [1.0, 0.0, 0.0], [0.2, 0.2, 0.6]];
        (int first, int second) = Leaves(loan);
        return [.. shares[first].Zip(shares[second], (a, b) => (a + b) / 2)];
    }

    private static IReadOnlyList<Feature<T>> FeaturesOf<T>()
        where T : IFeatureRecord<T> => T.Schema.Features;

    private static double[] Softmax(double[] values)
    {
        double sum = values.Sum(Math.Exp);
        return [.. values.Select(value => Math.Exp(value) / sum)];
    }
}
