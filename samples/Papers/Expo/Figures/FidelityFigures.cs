using System.Globalization;
using TypedExplain.Training.Research;

namespace Papers.Expo;

/// <summary>Error and fidelity against the weight of the regularizer, and fidelity against how far perturbations lie.</summary>
public sealed class FidelityFigures : IStudy
{
    private const string WeightFile = "expo-figures-weight.svg", ErrorFile = "expo-figures-error.svg", RadiusFile = "expo-figures-radius.svg", OwnRadiusFile = "expo-figures-own-radius.svg", TaylorFile = "expo-figures-taylor.svg", ResidualFile = "expo-figures-residuals.svg";
    private const int Trials = 5;

    private static readonly double[] s_weights = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];
    private static readonly double[] s_radii = [0.05, 0.1, 0.2, 0.3, 0.5, 1];
    private static readonly double[] s_ownRadii = [0.1, 0.25, 0.5, 1];
    private static readonly string[] s_sets = ["autompgs", "housing"];
    private static readonly string[] s_regularizers = [Regularization.Fidelity, Regularization.OneFeature];

    public string Name => "expo-figures";

    public int Version => 2;

    public IReadOnlyList<string> Sources => ["Expo/Networks", "Expo/Data"];

    public IReadOnlyList<string> Needs => [.. s_sets.Select(set => $"{set}/{set}.csv")];

    public bool HasPictures => true;

    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from seed in Seeds(options)
           from set in Sets(options)
           from trial in TrialsOf(options, seed)
           select new Cell(Key(set, trial), options.Quick ? 0.5 : set.Cost[0] / 2, cancellation => set.Radii(trial, s_radii, cancellation)),
    ];

    public Page Draw(StudyOptions options, Numbers numbers)
    {
        LineChart[] weights = [.. Sets(options).Select(set => Weights(set, "NF of LIME", 1 + Array.IndexOf(s_radii, 0.1), isLog: true))];
        LineChart[] errors = [.. Sets(options).Select(set => Weights(set, "MSE", 0, isLog: false))];
        LineChart[] radii = [.. Sets(options).Select(Radii)], ownRadii = [.. Sets(options).Select(OwnRadii)];
        int least = Sets(options).Min(set => TrialsOf(options, 0).Min(trial => Of(set, trial).Count));
        string text = $"""
            The paper's Figures 3 to 5, and error and fidelity by the weight of the regularizer. Figure 8, the agent by how greedily it follows explanations, is
            [a page of its own](expo-agent.md), and so is Figure 9, [saliency maps of digits](expo-mnist.md). {least} of {Seeds(options).Count} divisions; error bars are standard errors.

            ## Figures 3 and 4: what a local line is

            ![A tangent and a local line]({TaylorFile})

            The paper's Figure 3 has this subject, and its Figure 4 the next one; the functions here are our own. A tangent tells how a function goes on at
            the point itself, a local line how it goes around the point. FIDELITY holds a network to the second.

            ![Two functions, their lines and what the lines leave over]({ResidualFile})

            The two functions rise or fall about equally fast; a line tells one of them and not the other. What it leaves over is what FIDELITY keeps small.

            ## The weight of the regularizer

            ![NF of LIME against the weight]({WeightFile})

            ![Error against the weight]({ErrorFile})

            The dot at the left, at a tenth of the least weight, is the network without a regularizer.

            ## Figure 5: the size of the neighborhood

            ![NF of LIME against how far perturbations lie]({RadiusFile})

            Networks with the published weights, asked at perturbations of other sizes than the 0.1 standard deviations of the tables.

            ![NF of LIME by the size of the regularizer's own neighborhood]({OwnRadiusFile})

            FIDELITY with the published weight and neighborhoods of other sizes than 0.5 standard deviations while it trains; a line per size, asked at perturbations of all sizes.

            ## Numbers

            {Table()}
            ## Conventions

            As in the tables of the UCI's data, such as [housing](expo-uci-housing.md): networks, divisions, LIME around the mean of the training rows, NF at
            5 perturbations per test row.
            """;
        return new(
            "expo-figures.md",
            "ExpO, Figures 3 to 5: local lines, and fidelity by weight and by size of the neighborhood",
            text,
            [
                new(WeightFile, new ChartSheet("Fidelity against the weight of the regularizer", weights).ToSvg()),
                new(ErrorFile, new ChartSheet("Error against the weight of the regularizer", errors).ToSvg()),
                new(RadiusFile, new ChartSheet("Fidelity against the size of the neighborhood", radii).ToSvg()),
                new(OwnRadiusFile, new ChartSheet("Fidelity by the size of FIDELITY's own neighborhood", ownRadii).ToSvg()),
                new(TaylorFile, LineSketches.Taylor()),
                new(ResidualFile, LineSketches.Residuals()),
            ],
            []);

        LineChart Weights(UciSet set, string up, int at, bool isLog) => new(
            set.Name,
            "relative weight c",
            up,
            [
                .. s_regularizers.Select(name => new ChartLine(name, [.. WeightsOf(options).Select(weight => Point(weight, Of(set, Trial(options, name, 0) with { Weight = weight }), at))])),
                new ChartLine(Regularization.None, [Point(WeightsOf(options)[0] / 10, Of(set, Trial(options, Regularization.None, 0)), at)]) { IsJoined = false },
            ])
        { IsLogAcross = true, IsLogUp = isLog };

        LineChart Radii(UciSet set) => new(
            set.Name,
            "size of perturbations, standard deviations",
            "NF of LIME",
            [
                .. new[] { Regularization.Fidelity, Regularization.OneFeature, Regularization.None }.Select(name => new ChartLine(name,
                    [.. s_radii.Select((radius, i) => Point(radius, Of(set, Published(options, set, name)), 1 + i))])),
            ])
        { IsLogAcross = true, IsLogUp = true };

        LineChart OwnRadii(UciSet set) => new(
            set.Name,
            "size of perturbations, standard deviations",
            "NF of LIME",
            [
                .. s_ownRadii.Select(own => new ChartLine(string.Create(CultureInfo.InvariantCulture, $"σ = {own} in training"),
                    [.. s_radii.Select((radius, i) => Point(radius, Of(set, OfRadius(options, own, 0)), 1 + i))])),
                new ChartLine(Regularization.None, [.. s_radii.Select((radius, i) => Point(radius, Of(set, Trial(options, Regularization.None, 0)), 1 + i))]) { IsDashed = true },
            ])
        { IsLogAcross = true, IsLogUp = true };

        static ChartPoint Point(double x, IReadOnlyList<double[]> trials, int at)
        {
            Sample sample = new([.. trials.Select(trial => trial[at])]);
            return new(x, sample.Mean, sample.StandardError);
        }

        IReadOnlyList<double[]> Of(UciSet set, UciTrial trial) => numbers.Of(Seeds(options).Select(seed => Key(set, trial with { Seed = seed })));

        string Table()
        {
            MarkdownTable table = new(["data", "regularizer", "measure", "0", .. WeightsOf(options).Select(weight => weight.ToString(CultureInfo.InvariantCulture))]) { HasNumbers = true };
            foreach (UciSet set in Sets(options))
            {
                foreach (string name in s_regularizers)
                {
                    foreach ((string measure, int at) in new[] { ("MSE", 0), ("LIME-NF", 1 + Array.IndexOf(s_radii, 0.1)) })
                    {
                        table.Add([set.Name, name, measure, Mean(Of(set, Trial(options, Regularization.None, 0)), at),
                            .. WeightsOf(options).Select(weight => Mean(Of(set, Trial(options, name, 0) with { Weight = weight }), at))]);
                    }
                }
            }

            return table.ToString();
        }

        static string Mean(IReadOnlyList<double[]> trials, int at) => Spread.Number(new Sample([.. trials.Select(trial => trial[at])]).Mean);
    }

    private static IReadOnlyList<UciTrial> TrialsOf(StudyOptions options, int seed) =>
    [
        Trial(options, Regularization.None, seed),
        .. from name in s_regularizers
           from weight in WeightsOf(options)
           select Trial(options, name, seed) with { Weight = weight },
        .. s_ownRadii.Select(radius => OfRadius(options, radius, seed)),
    ];

    /// <summary>FIDELITY of the published weight with neighborhoods of some size.</summary>
    private static UciTrial OfRadius(StudyOptions options, double radius, int seed) => Trial(options, Regularization.Fidelity, seed) with { Radius = radius };

    /// <summary>The trial with the published weight, which is one of those drawn.</summary>
    private static UciTrial Published(StudyOptions options, UciSet set, string name)
    {
        PublishedConfiguration published = Regularization.Published(set.Name);
        double? weight = name switch { Regularization.Fidelity => published.Fidelity, Regularization.OneFeature => published.OneFeatureFidelity, _ => null };
        return Trial(options, name, 0) with { Weight = weight is { } own ? WeightsOf(options).MinBy(drawn => Math.Abs(drawn - own)) : null };
    }

    private static UciTrial Trial(StudyOptions options, string name, int seed) => new(name, seed) { MaxEpochs = options.Quick ? 20 : null, TestRows = options.Quick ? 20 : null };

    private static double[] WeightsOf(StudyOptions options) => options.Quick ? [0.005, 0.1] : s_weights;

    private static IReadOnlyList<UciSet> Sets(StudyOptions options) => [.. UciSet.All.Where(set => s_sets.Take(options.Quick ? 1 : s_sets.Length).Contains(set.Name))];

    private static IReadOnlyList<int> Seeds(StudyOptions options) => [.. Enumerable.Range(1000 * options.Seed, options.TrialsOr(Trials))];

    private static string Key(UciSet set, UciTrial trial) => $"{set.Name}: {trial.Key}";
}
