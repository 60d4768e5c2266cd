using TypedExplain.Media;

namespace TypedExplain.Training.Tests.Autoencoders;

/// <summary>Neighbors of an image by an autoencoder, and the explanation of every number.</summary>
public class VaeNeighborhoodTests
{
    private static readonly Vae s_vae = new VaeTrainer { HiddenUnits = [16, 16], LatentSize = 3, Epochs = 30, BatchSize = 32, Seed = 1 }.Train(Bars(), 16);

    [Fact]
    public void EveryNumberHasAnEffect()
    {
        Bar bar = new(Bars()[..16]);
        int asked = 0;
        IModel<Bar> model = Model.From<Bar>(picture => Answer(picture, ref asked));
        MediaNeighborhood<Bar> real = new() { Samples = 200, Image = new VaeNeighborhood { Vae = s_vae } };
        Explanation<Bar> explanation = new Linex<Bar> { Neighborhood = real, Ridge = 0.001 }.Explain(model, bar);
        Assert.Equal(200, asked);
        Assert.Equal(16, explanation.Attribution.Picture.Effects.Length);
        Assert.Null(explanation.Attribution.Picture.Segments);
        Assert.True(explanation.Fit!.Value.R2 > 0.95);
        Assert.Equal(explanation.Prediction, explanation.LocalPrediction, 0.1);

        // A trained part is told by its digest; an explainer with it replays, and one with another is named.
        Receipt<Bar> receipt = Receipt<Bar>.FromJson(Receipt.Of(explanation, model).ToJson());
        Linex<Bar> linex = new() { Neighborhood = real, Ridge = 0.001 };
        Assert.Contains(new ReceiptSubject("neighborhood.image.vae", s_vae.Sha256), receipt.Subjects);
        Assert.IsType<CannotReplay>(receipt.Replay(model));
        Assert.IsType<Identical>(receipt.Replay(model, linex));
        Vae brief = new VaeTrainer { HiddenUnits = [16, 16], LatentSize = 3, Epochs = 1, BatchSize = 32, Seed = 1 }.Train(Bars(), 16);
        Differs differs = Assert.IsType<Differs>(receipt.Replay(model, linex with { Neighborhood = real with { Image = new VaeNeighborhood { Vae = brief } } }));
        Assert.StartsWith("the explainer that was given is another one: neighborhood.image.vae.sha256 was ", differs.Reasons[0].Text, StringComparison.Ordinal);

        // The surrogate knows other pictures by their numbers.
        Bar other = new(Bars()[16..32]);
        double expected = explanation.Intercept;
        for (int i = 0; i < 16; i++)
            expected += explanation.Attribution.Picture.Effects[i] * other.Picture.Span[i];
        Assert.Equal(expected, explanation.Predict(other), 1e-9);
    }

    [Fact]
    public void AnImageOfAnotherSize() => Assert.StartsWith(
        "Vae of the neighborhood is Vae 16×16×16→3, for images of 16 numbers; an image of 2×2×1 has 4.",
        Assert.Throws<InvalidOptionException>(() => new Lime<Small> { Neighborhood = new MediaNeighborhood<Small> { Image = new VaeNeighborhood { Vae = s_vae } } }.Explain(Model.From<Small>(_ => 0), new(new float[4]))).Message);

    [Fact]
    public void AModelOfRowsSeesThePixels()
    {
        IModel<Row> rows = Model.FromRows<Row>((encoded, scores) =>
        {
            for (int row = 0; row < encoded.Count; row++)
                scores[row] = encoded[row][5];
        });
        Bar bar = new(Bars()[..16]);
        Assert.Equal(bar.Picture.Span[5], Model.FromPixels(BarFeatures.Picture, rows).Predict(bar), 1e-9);
        Assert.Equal(
            "A model of Row takes 16 numbers, and Small.Picture is an image of 2×2×1, so 4 finite numbers.",
            Assert.Throws<InvalidModelException>(() => Model.FromPixels(SmallFeatures.Picture, rows)).Message);
    }

    /// <summary>Masked and decoded pictures reach a model of rows as they reach one of records.</summary>
    [Fact]
    public void AModelOfRowsSeesTheNeighborsToo()
    {
        IModel<Row> rows = Model.FromRows<Row>((encoded, scores) =>
        {
            for (int row = 0; row < encoded.Count; row++)
                scores[row] = encoded[row][5] - (2 * encoded[row][10]);
        });
        IModel<Bar> whole = Model.From<Bar>(bar => bar.Picture.Span[5] - (2 * (double)bar.Picture.Span[10]));
        Bar bar = new(Bars()[..16]);
        foreach (IImageNeighborhood image in (IImageNeighborhood[])[new MaskedImage { Segmentation = new GridSegmentation { BlockSize = 2 } }, new VaeNeighborhood { Vae = s_vae }])
        {
            Lime<Bar> lime = new() { Neighborhood = new MediaNeighborhood<Bar> { Image = image, Samples = 100 } };
            Explanation<Bar> ofRows = lime.Explain(Model.FromPixels(BarFeatures.Picture, rows), bar), ofRecords = lime.Explain(whole, bar);
            Assert.Equal(ofRecords.Attribution.Picture.Effects.ToArray(), ofRows.Attribution.Picture.Effects.ToArray());
        }
    }

    private static double Answer(Bar picture, ref int asked)
    {
        Interlocked.Increment(ref asked);
        return (3 * picture.Picture.Span[0]) - picture.Picture.Span[15];
    }

    /// <summary>200 pictures of 4×4: a bright row, shaded.</summary>
    private static float[] Bars()
    {
        Random random = new(2);
        float[] pixels = new float[200 * 16];
        for (int i = 0; i < 200; i++)
        {
            int row = i % 4;
            for (int j = 0; j < 16; j++)
                pixels[(i * 16) + j] = (j / 4 == row ? 0.8f : 0.1f) + (0.1f * (float)random.NextDouble());
        }

        return pixels;
    }
}

/// <summary>A picture of a bar.</summary>
[FeatureRecord]
public sealed partial record Bar([Image(4, 4)] ReadOnlyMemory<float> Picture);

/// <summary>A smaller picture.</summary>
[FeatureRecord]
public sealed partial record Small([Image(2, 2)] ReadOnlyMemory<float> Picture);

/// <summary>The numbers of a picture of a bar.</summary>
[FeatureRecord]
public sealed partial record Row([ArrayLength(16)] double[] Values);
