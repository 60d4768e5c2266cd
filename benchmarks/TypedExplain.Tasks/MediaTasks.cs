using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;
using TypedExplain.Media;
using TypedExplain.Tasks.Inputs;

namespace TypedExplain.Tasks;

/// <summary>Tasks over documents and an image.</summary>
internal static class MediaTasks
{
    public static TaskRun Text()
    {
        JsonElement data = DataFile.Read("text-nb.json");
        WordModel words = new(data);
        Clock clock = new();
        IModel<Document> model = new BlackBox<Document>(Model.From<Document>(document => words.Score(document.Words)), clock);
        Document[] documents = [.. data.GetProperty("documents").EnumerateArray().Select(text => new Document(text.GetString()!))];
        Lime<Document> lime = new() { Neighborhood = new MediaNeighborhood<Document> { Samples = 1000 }, Selection = FeatureSelection.HighestWeights(10) };
        return new(1000, 20, 0, documents.Length, row => [.. lime.Explain(model, documents[row]).Attribution.Words.Effects.ToArray().Where(effect => effect != 0).OrderDescending()], clock);
    }

    public static TaskRun Image()
    {
        Clock clock = new();
        Analytic analytic = new(784);
        IModel<Pixels> ofPixels = Model.FromRows<Pixels>((rows, answers) => Score(analytic, rows.Values, answers));
        IModel<Picture> model = new BlackBox<Picture>(Model.FromPixels(PictureFeatures.Pixels, ofPixels), clock);
        Picture picture = new(Enumerable.Range(0, 784 * 3).Select(i => (float)(0.5 + (0.5 * Math.Sin(0.4 * (i / 3 / 28)) * Math.Cos(0.3 * (i / 3 % 28))))).ToArray());
        Lime<Picture> lime = new() { Neighborhood = new MediaNeighborhood<Picture> { Samples = 1000, Image = new MaskedImage { Segmentation = new GridSegmentation { BlockSize = 4 } } }, Selection = FeatureSelection.HighestWeights(100_000) };
        return new(1000, 49, 0, 5, _ => lime.Explain(model, picture).Attribution.Pixels.Effects[..8].ToArray(), clock);
    }

    /// <summary>The answers about the first of the three channels.</summary>
    private static void Score(Analytic analytic, ReadOnlySpan<double> pixels, Span<double> answers)
    {
        double[] channel = ArrayPool<double>.Shared.Rent(pixels.Length / 3);
        Span<double> own = channel.AsSpan(0, pixels.Length / 3);
        int done = Spread(pixels, own);
        for (int i = done, at = 3 * done; i < own.Length; i++, at += 3)
            own[i] = pixels[at];
        analytic.Score(own, answers);
        ArrayPool<double>.Shared.Return(channel);
    }

    /// <summary>Every third number, eight at a time; gives how many it has taken.</summary>
    private static int Spread(ReadOnlySpan<double> pixels, Span<double> every)
    {
        if (!Avx512F.IsSupported)
            return 0;
        ref double from = ref MemoryMarshal.GetReference(pixels), to = ref MemoryMarshal.GetReference(every);
        Vector512<long> ofTwo = Vector512.Create(0L, 3, 6, 9, 12, 15, 0, 0), ofThird = Vector512.Create(0L, 1, 2, 3, 4, 5, 10, 13);
        int count = every.Length - (every.Length % 8);
        for (nuint i = 0, at = 0; i < (nuint)count; i += 8, at += 24)
        {
            Vector512<double> first = Avx512F.PermuteVar8x64x2(Vector512.LoadUnsafe(ref from, at), ofTwo, Vector512.LoadUnsafe(ref from, at + 8));
            Avx512F.PermuteVar8x64x2(first, ofThird, Vector512.LoadUnsafe(ref from, at + 16)).StoreUnsafe(ref to, i);
        }

        return count;
    }
}
