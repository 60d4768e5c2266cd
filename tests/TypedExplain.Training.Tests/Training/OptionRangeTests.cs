using System.Reflection;
using TypedExplain.Tests.Support;
using TypedExplain.Training.Research;

namespace TypedExplain.Training.Tests.Training;

/// <summary>What an option states with <c>[OptionRange]</c>, which the compiler checks, is what the running program refuses.</summary>
public class OptionRangeTests
{
    private static readonly Dataset<Dot> s_dots = Dots.Colored(40);
    private static readonly Dataset<Dot> s_many = Dots.Colored(2000);
    private static readonly Dataset<Dot> s_twoColors = s_dots.WithLabels(s_dots.Rows.Select(dot => dot.U > 0 ? Side.Right : Side.Left));
    private static readonly ExpoTrainer<Dot> s_trainer = new() { HiddenUnits = [2], MaxEpochs = 1, MinEpochs = 0 };
    private static readonly Mlp<Dot> s_network = s_trainer.Train(s_dots);
    private static readonly LabeledImages s_images = new(28, [.. Enumerable.Range(0, 2 * 784).Select(i => i % 7 / 7f)], [0, 1]);
    private static readonly VaeTrainer s_vaes = new() { HiddenUnits = [2], LatentSize = 1, Epochs = 1 };
    private static readonly float[] s_image = [0.1f, 0.2f, 0.3f, 0.4f];

    private static readonly Dictionary<Type, (Func<object> Make, Action<object> Use)> s_uses = new()
    {
        [typeof(ExpoTrainer<>)] = Use(() => s_trainer, trainer => _ = (trainer with { MaxEpochs = Math.Min(trainer.MaxEpochs, 1) }).Train(trainer.ValidationFraction < 0.01 ? s_many : s_dots)),
        [typeof(L1Regularizer<>)] = Use(() => new L1Regularizer<Dot>(), regularizer => _ = Train(regularizer)),
        [typeof(L2Regularizer<>)] = Use(() => new L2Regularizer<Dot>(), regularizer => _ = Train(regularizer)),
        [typeof(StabilityRegularizer<>)] = Use(() => new StabilityRegularizer<Dot>(), regularizer => _ = Train(regularizer)),
        [typeof(SennTrainer<>)] = Use(() => new SennTrainer<Dot> { HiddenUnits = [2], Epochs = 1 }, trainer => _ = trainer.Train(s_twoColors, s_twoColors.Select([0, 1, 2, 3]))),
        [typeof(ConfigurationSearch<>)] = Use(() => new ConfigurationSearch<Dot> { Trainer = s_trainer, Depths = [1], Widths = [2], Trials = 1 }, search => _ = search.Run(s_dots)),
        [typeof(VaeTrainer)] = Use(() => s_vaes, trainer => _ = trainer.Train(s_image, 4)),
        [typeof(VaeNeighborhood)] = Use(() => new VaeNeighborhood { Vae = s_vaes.Train(s_image, 4) }, around => Draw(around)),
        [typeof(UserStudyAgent<>)] = Use(() => new UserStudyAgent<Dot> { Explainer = Lime(), Statistics = s_dots.Statistics, MaxSteps = 2 }, agent => _ = agent.Run(s_network.Raw.Output(s_network.Raw.Outputs[0]), s_dots[0])),
        [typeof(SmoothGradient<>)] = Use(() => new SmoothGradient<Dot>(), map => _ = map.Map(s_network.Raw, s_dots[0])),
        [typeof(IntegratedGradients<>)] = Use(() => new IntegratedGradients<Dot>(), map => _ = map.Map(s_network.Raw, s_dots[0])),
        [typeof(ExpoFrontier<>)] = Use(() => new ExpoFrontier<Dot> { Trainer = s_trainer, Explainers = [Lime()], Weights = [0], Neighbors = 1 }, frontier => _ = frontier.Run(s_dots, Dots.Colored(8))),
        [typeof(ImageTrainer)] = Use(() => new ImageTrainer { Epochs = 1, BatchSize = 2 }, trainer => _ = trainer.Train(s_images)),
    };

    /// <summary>The regularizers that a fit of more samples needs are held to their own, larger least number elsewhere.</summary>
    public static TheoryData<Type, string> Options { get; } =
        RangedOptions.In(typeof(ExpoTrainer<>).Assembly, except: [typeof(FidelityRegularizer<>), typeof(OneFeatureFidelityRegularizer<>)]);

    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(Type type, string option)
    {
        Assert.True(s_uses.TryGetValue(type, out (Func<object> Make, Action<object> Use) uses), $"{type} has a range and no use here");
        PropertyInfo property = uses.Make().GetType().GetProperty(option)!;

        RangedOptions.Agree(property, uses.Make, uses.Use);
    }

    private enum Side { Left, Right }

    private static (Func<object>, Action<object>) Use<TOptions>(Func<TOptions> make, Action<TOptions> use)
        where TOptions : notnull =>
        (() => make().GetType().GetMethod("<Clone>$")!.Invoke(make(), [])!, options => use((TOptions)options));

    private static Mlp<Dot> Train(IRegularizer<Dot> regularizer) => (s_trainer with { Regularizer = regularizer }).Train(s_dots);

    private static Lime<Dot> Lime() => new() { Neighborhood = new GaussianNeighborhood<Dot> { Background = s_dots, Samples = 20 } };

    private static void Draw(VaeNeighborhood around) => around.Around(s_image, new(2, 2, 1), new(1, "rows")).Draw(new double[8]);
}
