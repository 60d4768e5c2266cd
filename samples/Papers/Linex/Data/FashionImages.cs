using TypedExplain.Media;

namespace Papers;

/// <summary>Fashion-MNIST's images, with numbers from 0 to 1.</summary>
public sealed class FashionImages
{
    private const string Folder = "fashion-mnist/";

    private readonly IdxImages _train;
    private readonly IReadOnlyList<byte> _trainLabels;

    public FashionImages()
    {
        (_train, var trainLabels) = IdxFile.Read(DataFolder.File(Files[0]), DataFolder.File(Files[1]));
        (Test, var testLabels) = IdxFile.Read(DataFolder.File(Files[2]), DataFolder.File(Files[3]));
        (_trainLabels, TestLabels) = (trainLabels, testLabels);
    }

    /// <summary>The four files.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [Folder + "train-images-idx3-ubyte.gz", Folder + "train-labels-idx1-ubyte.gz", Folder + "t10k-images-idx3-ubyte.gz", Folder + "t10k-labels-idx1-ubyte.gz"];

    /// <summary>The 10,000 test images.</summary>
    public IdxImages Test { get; }

    /// <summary>Their classes.</summary>
    public IReadOnlyList<byte> TestLabels { get; }

    /// <summary>The first training images as rows with their classes.</summary>
    public Dataset<GarmentPixels> Training(int count) =>
        new Dataset<GarmentPixels>(Enumerable.Range(0, count).Select(i => new GarmentPixels(Numbers(_train, i)))).WithLabels(_trainLabels.Take(count).Select(label => (Clothing)label));

    /// <summary>
    /// Which test images are explained: some that are spread over the first thousand, each followed by those of the thousand
    /// that are nearest to it, so that images have neighbors as near as they would have if all were explained.
    /// </summary>
    /// <param name="groups">How many are spread.</param>
    /// <param name="nearest">How many follow each.</param>
    public int[] Chosen(int groups, int nearest)
    {
        const int thousand = 1000;
        float[][] all = [.. Enumerable.Range(0, thousand).Select(image => Numbers(Test, image))];
        return [.. Enumerable.Range(0, groups).SelectMany(group => Near(group * thousand / groups)).Distinct()];

        IEnumerable<int> Near(int own) => Enumerable.Range(0, thousand).OrderBy(other => other == own ? -1 : Distance(all[own], all[other])).Take(nearest + 1);
    }

    /// <summary>The distance between two images.</summary>
    public static double Distance(float[] left, float[] right)
    {
        double squares = 0;
        for (int i = 0; i < left.Length; i++)
            squares += (left[i] - (double)right[i]) * (left[i] - (double)right[i]);
        return Math.Sqrt(squares);
    }

    /// <summary>The numbers of the first training images, one image after the other.</summary>
    public float[] TrainingNumbers(int count)
    {
        float[] some = new float[count * _train.Shape.Length];
        _train.CopyTo(0, some);
        return some;
    }

    /// <summary>The numbers of one image.</summary>
    public static float[] Numbers(IdxImages images, int image)
    {
        float[] pixels = new float[images.Shape.Length];
        images.CopyTo(image, pixels);
        return pixels;
    }
}
