using TypedExplain.Json;
using TypedExplain.Media;

namespace TypedExplain.Explainers.Restored;

/// <summary>Makes what explainers are put together from, whatever the record, of its descriptions.</summary>
internal static class PartRestorer
{
    public static IKernel Kernel(JsonPart part)
    {
        Description of = Description.Read(part);
        return of switch
        {
            _ when of.Is(nameof(ExponentialKernel)) => new ExponentialKernel { Width = of["width"].Double() },
            _ when of.Is(nameof(NormalKernel)) => new NormalKernel { Radius = of["radius"].Double(), Normalized = of["normalized"].Flag() },
            _ => throw Unknown("The kernel", of),
        };
    }

    public static IKernel? OptionalKernel(JsonPart part) => part.IsNull ? null : Kernel(part);

    public static ILocalModel LocalModel(JsonPart part)
    {
        Description of = Description.Read(part);
        return of switch
        {
            _ when of.Is(nameof(RidgeRegression)) => new RidgeRegression { Alpha = of["alpha"].Double() },
            _ when of.Is(nameof(HuberRegression)) => new HuberRegression { Epsilon = of["epsilon"].Double(), Alpha = of["alpha"].Double() },
            _ when of.Is(nameof(GradientDescent)) => new GradientDescent { Rate = of["rate"].Double(), Alpha = of["alpha"].Double() },
            _ => throw Unknown("The local model", of),
        };
    }

    public static FeatureSelection Selection(JsonPart part) => part["method"].Text() switch
    {
        nameof(FeatureSelection.All) => FeatureSelection.All,
        nameof(FeatureSelection.Forward) => FeatureSelection.Forward(Features(part)),
        nameof(FeatureSelection.HighestWeights) => FeatureSelection.HighestWeights(Features(part)),
        nameof(FeatureSelection.LassoPath) => FeatureSelection.LassoPath(Features(part)),
        nameof(FeatureSelection.Auto) => FeatureSelection.Auto(Features(part)),
        _ => throw part["method"].Wrong("the name of a feature selection"),
    };

    public static ForestAdjustment Adjustment(JsonPart part) =>
        new() { Neighbors = part["neighbors"].Whole(), Trees = part["trees"].Whole(), MinLeafRows = part["minLeafRows"].Whole() };

    public static ITextNeighborhood Text(JsonPart part)
    {
        Description of = Description.Read(part);
        return of.Is(nameof(MaskedText))
            ? new MaskedText
            {
                Mode = of["mode"].Word<TextMode>(),
                Tokenizer = Tokenizer(of["tokenizer"]),
                Placeholder = of["placeholder"].Text(),
                Width = of["width"].Double(),
                Kernel = OptionalKernel(of["kernel"]),
            }
            : throw Unknown("The neighborhood of texts", of);
    }

    public static IImageNeighborhood Image(JsonPart part)
    {
        Description of = Description.Read(part);
        return of.Is(nameof(MaskedImage))
            ? new MaskedImage
            {
                Segmentation = Segmentation(of["segmentation"]),
                Fill = Filling(of["fill"]),
                Width = of["width"].Double(),
                Kernel = OptionalKernel(of["kernel"]),
            }
            : throw Unknown("The neighborhood of images", of);
    }

    /// <summary>The error of what a description does not tell all of.</summary>
    public static InvalidOptionException Unknown(string what, Description of) =>
        new($"{what} was {of.Type}, which cannot be made again from its description: it is not a class of this library, or it was trained or fitted. Make the explainer again, with these options: Describe(); a receipt is replayed with it by Replay(model, explainer).");

    private static ITokenizer Tokenizer(JsonPart part)
    {
        Description of = Description.Read(part);
        return WordTokenizer.Of(of) ?? (ITokenizer?)WhitespaceTokenizer.Of(of) ?? throw Unknown("The tokenizer", of);
    }

    private static ISegmentation Segmentation(JsonPart part)
    {
        Description of = Description.Read(part);
        return of switch
        {
            _ when of.Is(nameof(GridSegmentation)) => new GridSegmentation { BlockSize = of["blockSize"].Whole(), Rows = Lines(of["rows"]), Columns = Lines(of["columns"]) },
            _ when of.Is(nameof(QuickshiftSegmentation)) => new QuickshiftSegmentation { KernelSize = of["kernelSize"].Double(), MaxDistance = of["maxDistance"].Double(), Ratio = of["ratio"].Double() },
            _ when of.Is(nameof(SlicSegmentation)) => new SlicSegmentation { Segments = of["segments"].Whole(), Compactness = of["compactness"].Double(), MaxSteps = of["maxSteps"].Whole() },
            _ => throw Unknown("The segmentation", of),
        };

        static int? Lines(JsonPart lines) => lines.IsNull ? null : lines.Whole();
    }

    private static Fill Filling(JsonPart part) =>
        part.Optional("blur") is { } blur ? Fill.Blur(blur.Double())
        : part.Optional("color") is { } color ? Fill.Constant(color.Doubles())
        : Fill.Mean;

    private static int Features(JsonPart part) => part["features"].Whole();
}
