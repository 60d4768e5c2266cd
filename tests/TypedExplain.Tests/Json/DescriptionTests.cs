using System.Text.RegularExpressions;
using TypedExplain.Media;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>Explainers tell themselves and their options as data, those behind interfaces too.</summary>
public class DescriptionTests
{
    [Fact]
    public void An_explainer_tells_all_its_options()
    {
        Dataset<LoanApplication> background = Loans.Load();
        IExplainer<LoanApplication> linex = new Linex<LoanApplication>
        {
            Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = background, Discretization = Discretization.Decile, Samples = 300 },
            Kernel = new NormalKernel { Radius = 0.5 },
            Selection = FeatureSelection.LassoPath(3),
            Adjustment = new ForestAdjustment { Trees = 7 },
            Redraws = 5,
            Bound = 0.25,
            Link = LinkFunction.Logit,
            Seed = -4,
        };

        Assert.Equal(
            """
            {"adjustment":{"minLeafRows":5,"neighbors":5000,"trees":7,"type":"TypedExplain.ForestAdjustment"},"bootstrap":"Uniform","bound":0.25,"budget":"7ff0000000000000","environments":2,"intercept":true,"kernel":{"normalized":true,"radius":0.5,"type":"TypedExplain.NormalKernel"},"link":"Logit","neighborhood":{"background":{"rows":40,"sha256":"DIGEST","sha256InAnyOrder":"DIGEST","type":"TypedExplain.Dataset"},"discretization":"Decile","holdConstantFeatures":false,"samples":300,"type":"TypedExplain.BinnedNeighborhood"},"partition":[],"redraws":5,"ridge":1,"seed":-4,"selection":{"features":3,"method":"LassoPath","type":"TypedExplain.FeatureSelection"},"standardErrors":true,"tolerance":0.000001,"type":"TypedExplain.Linex"}
            """,
            Regex.Replace(linex.Describe().ToString(), "[0-9a-f]{64}", "DIGEST"));
    }

    /// <summary>Every option of every explainer and of what can be chosen in one is told under its name: none can be forgotten when one is added.</summary>
    [Theory]
    [MemberData(nameof(Choices))]
    public void No_option_is_left_out(IDescribed choice)
    {
        string json = choice.Describe().ToString();
        string[] options =
        [
            .. choice.GetType().GetProperties()
                .Where(property => property.SetMethod is { IsPublic: true })
                .Select(property => $"\"{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}\":"),
        ];

        Assert.All(options, option => Assert.Contains(option, json, StringComparison.Ordinal));
        Assert.Contains($"\"type\":\"TypedExplain.{choice.GetType().Name.Split('`')[0]}\"", json, StringComparison.Ordinal);
    }

    public static TheoryData<IDescribed> Choices
    {
        get
        {
            Dataset<LoanApplication> background = Loans.Load();
            IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
            FittedMaple<LoanApplication> maple = new Maple<LoanApplication> { Background = background, Trees = 3 }.Fit(model);
            return
            [
                new Lime<LoanApplication>(),
                new SmoothedLime<LoanApplication>(),
                new Linex<LoanApplication>(),
                new Melime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication>() },
                maple,
                new KernelShap<LoanApplication> { Background = background },
                new PermutationShap<LoanApplication> { Background = background },
                new TreeShap<LoanApplication>(),
                new RandomExplainer<LoanApplication> { Background = background },
                new TrivialExplainer<LoanApplication> { Background = background },
                new GlobalSurrogate<LoanApplication> { Background = background }.Fit(model),
                new GaussianNeighborhood<LoanApplication> { Background = background },
                new BinnedNeighborhood<LoanApplication> { Background = background },
                new KdeNeighborhood<LoanApplication> { Background = background },
                new MediaNeighborhood<LoanApplication>(),
                new TrainingSelection<LoanApplication> { Weights = maple.Weights },
                new Word2VecNeighborhood { Words = new(["a", "b"], new float[4]) },
                new MaskedText(),
                new MaskedImage(),
                new ExponentialKernel(),
                new NormalKernel { Radius = 1 },
                new RidgeRegression(),
                new HuberRegression(),
                new GradientDescent(),
                new GridSegmentation(),
                new QuickshiftSegmentation(),
                new SlicSegmentation(),
                new WordTokenizer(),
                new WhitespaceTokenizer(),
                new ForestAdjustment(),
                Fill.Mean,
                FeatureSelection.All,
            ];
        }
    }

    [Fact]
    public void The_options_of_fitted_methods_are_those_they_were_fitted_with()
    {
        Maple<LoanApplication> options = new() { Background = Loans.Load(), Trees = 3 };
        string json = ((IDescribed)options.Fit(Model.From<LoanApplication>(Loans.Score))).Describe().ToString();

        // How many threads fitted it changes no bit.
        Assert.All(
            typeof(Maple<LoanApplication>).GetProperties().Where(property => property.SetMethod is not null && property.Name != nameof(options.MaxThreads)),
            property => Assert.Contains($"\"{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}\":", json, StringComparison.Ordinal));
    }

    [Fact]
    public void A_class_of_ones_own_is_told_by_its_type_and_what_it_says()
    {
        Assert.Equal("""{"type":"TypedExplain.Tests.Json.DescriptionTests+Silent"}""", ((IDescribed)new Silent()).Describe().ToString());
        Assert.Equal("""{"type":"OwnRecord"}""", ((IDescribed)new OwnRecord(3)).Describe().ToString());
        Assert.Equal("""{"inner":{"type":"TypedExplain.Tests.Json.DescriptionTests+Silent"},"none":null,"type":"Mine","width":3}""", ((IDescribed)new Speaking()).Describe().ToString());
        Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Kernel = new Speaking() }.Explain(Settings.Credit, Settings.Applications[0]);
        Assert.Contains("""
            "kernel":{"inner":{"type":"TypedExplain.Tests.Json.DescriptionTests+Silent"},"none":null,"type":"Mine","width":3}
            """, explanation.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_of_one_name_counts_and_type_is_no_name()
    {
        Assert.Equal("""{"a":false,"b":[1,"8000000000000000"],"type":"T"}""", new Description("T").With("a", 1).With("b", [1, -0.0]).With("a", false).ToString());
        Assert.Throws<InvalidOptionException>(() => new Description("T").With("type", "x"));
        Assert.Throws<InvalidOptionException>(() => new Description("T").With("", 1));
        Assert.Throws<InvalidOptionException>(() => new Description(" "));
    }

    [Fact]
    public void A_described_explainer_explains_nothing()
    {
        IExplainer<LoanApplication> read = Explanation<LoanApplication>.FromJson(Settings.Loan.ToJson()).Explainer;

        Assert.Equal(("LINEX", "LINEX", ((IExplainer<LoanApplication>)Settings.Linex).Describe().ToString()), (read.Name, read.ToString(), read.Describe().ToString()));
        Assert.Equal(
            "LINEX was read from JSON, which has the options of TypedExplain.Linex and not what they refer to, such as a background. Make the explainer again: Restore(background).",
            Assert.Throws<InvalidOptionException>(() => read.Explain(Settings.Credit, Settings.Applications[0])).Message);
    }

    private sealed class Silent : IKernel
    {
        public void Weigh(Span<double> squaredDistances, int features) => squaredDistances.Fill(1);
    }

    private sealed record OwnRecord(int Width) : IKernel
    {
        public void Weigh(Span<double> squaredDistances, int features) => squaredDistances.Fill(1);
    }

    private sealed class Speaking : IKernel
    {
        public void Weigh(Span<double> squaredDistances, int features) => squaredDistances.Fill(1);

        public Description Describe() => new Description("Mine").With("width", 3).With("none", (string?)null).With("inner", new Silent());
    }
}
