using TypedExplain.Training.Research;

namespace TypedExplain.Training.Tests.Training;

/// <summary>How each type with options is made and put to use.</summary>
internal static class OptionUses
{
    private static readonly Dataset<Dot> s_dots = Dots.Colored(40);
    private static readonly Dataset<Dot> s_many = Dots.Colored(2000);
    private static readonly Dataset<Dot> s_twoColors = s_dots.WithLabels(s_dots.Rows.Select(dot => dot.U > 0 ? Side.Right : Side.Left));
    private static readonly ExpoTrainer<Dot> s_trainer = new() { HiddenUnits = [2], MaxEpochs = 1, MinEpochs = 0 };
    private static readonly Mlp<Dot> s_network = s_trainer.Train(s_dots);
    private static readonly LabeledImages s_images = new(28, [.. Enumerable.Range(0, 2 * 784).Select(i => i % 7 / 7f)], [0, 1]);
    private static readonly VaeTrainer s_vaes = new() { HiddenUnits = [2], LatentSize = 1, Epochs = 1 };
    private static readonly float[] s_image = [0.1f, 0.2f, 0.3f, 0.4f];

    public static Dictionary<Type, (Func<object> Make, Action<object, CancellationToken> Use)> All { get; } = new()
    {
        [typeof(ExpoTrainer<>)] = Use(() => s_trainer, (trainer, cancellation) => _ = (trainer with { MaxEpochs = Math.Min(trainer.MaxEpochs, 1) }).Train(trainer.ValidationFraction < 0.01 ? s_many : s_dots, cancellation: cancellation)),
        [typeof(L1Regularizer<>)] = Use(() => new L1Regularizer<Dot>(), (regularizer, cancellation) => _ = Train(regularizer, cancellation)),
        [typeof(L2Regularizer<>)] = Use(() => new L2Regularizer<Dot>(), (regularizer, cancellation) => _ = Train(regularizer, cancellation)),
        [typeof(StabilityRegularizer<>)] = Use(() => new StabilityRegularizer<Dot>(), (regularizer, cancellation) => _ = Train(regularizer, cancellation)),
        [typeof(FidelityRegularizer<>)] = Use(() => new FidelityRegularizer<Dot>(), (regularizer, cancellation) => _ = Train(regularizer, cancellation)),
        [typeof(OneFeatureFidelityRegularizer<>)] = Use(() => new OneFeatureFidelityRegularizer<Dot>(), (regularizer, cancellation) => _ = Train(regularizer, cancellation)),
        [typeof(GradientMap<>)] = Use(() => new GradientMap<Dot>(), (map, cancellation) => _ = map.Map(s_network.Raw, s_dots[0])),
        [typeof(SennTrainer<>)] = Use(() => new SennTrainer<Dot> { HiddenUnits = [2], Epochs = 1 }, (trainer, cancellation) => _ = trainer.Train(s_twoColors, s_twoColors.Select([0, 1, 2, 3]), cancellation)),
        [typeof(ConfigurationSearch<>)] = Use(() => new ConfigurationSearch<Dot> { Trainer = s_trainer, Depths = [1], Widths = [2], Trials = 1 }, (search, cancellation) => _ = search.Run(s_dots, cancellation: cancellation)),
        [typeof(VaeTrainer)] = Use(() => s_vaes, (trainer, cancellation) => _ = trainer.Train(s_image, 4, cancellation: cancellation)),
        [typeof(VaeNeighborhood)] = Use(() => new VaeNeighborhood { Vae = s_vaes.Train(s_image, 4) }, (around, cancellation) => Draw(around, cancellation)),
        [typeof(UserStudyAgent<>)] = Use(() => new UserStudyAgent<Dot> { Explainer = Lime(), Statistics = s_dots.Statistics, MaxSteps = 2 }, (agent, cancellation) => _ = agent.Run(s_network.Raw.Output(s_network.Raw.Outputs[0]), s_dots[0], cancellation)),
        [typeof(SmoothGradient<>)] = Use(() => new SmoothGradient<Dot>(), (map, cancellation) => _ = map.Map(s_network.Raw, s_dots[0])),
        [typeof(IntegratedGradients<>)] = Use(() => new IntegratedGradients<Dot>(), (map, cancellation) => _ = map.Map(s_network.Raw, s_dots[0])),
        [typeof(ExpoFrontier<>)] = Use(() => new ExpoFrontier<Dot> { Trainer = s_trainer, Explainers = [Lime()], Weights = [0], Neighbors = 1 }, (frontier, cancellation) => _ = frontier.Run(s_dots, Dots.Colored(8), cancellation: cancellation)),
        [typeof(ImageTrainer)] = Use(() => new ImageTrainer { Epochs = 1, BatchSize = 2 }, (trainer, cancellation) => _ = trainer.Train(s_images, cancellation: cancellation)),
    };

    /// <summary>What is computed rather than made.</summary>
    public static IEnumerable<object> Results { get; } =
    [
        s_network, s_network.Raw, s_vaes.Train(s_image, 4), new SennTrainer<Dot> { HiddenUnits = [2], Epochs = 1 }.Train(s_twoColors, s_twoColors),
        new ImageTrainer { Epochs = 1, BatchSize = 2, Stability = 0 }.Train(s_images), s_images,
    ];

    private enum Side { Left, Right }

    private static (Func<object>, Action<object, CancellationToken>) Use<TOptions>(Func<TOptions> make, Action<TOptions, CancellationToken> use)
        where TOptions : notnull =>
        (() => make().GetType().GetMethod("<Clone>$")!.Invoke(make(), [])!, (options, cancellation) => use((TOptions)options, cancellation));

    private static Mlp<Dot> Train(IRegularizer<Dot> regularizer, CancellationToken cancellation) => (s_trainer with { Regularizer = regularizer }).Train(s_dots, cancellation: cancellation);

    private static Lime<Dot> Lime() => new() { Neighborhood = new GaussianNeighborhood<Dot> { Background = s_dots, Samples = 20 } };

    private static void Draw(VaeNeighborhood around, CancellationToken cancellation) => around.Around(s_image, new(2, 2, 1), new(1, "rows"), cancellation).Draw(new double[8]);
}
