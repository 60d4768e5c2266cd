namespace TypedExplain.Training.Tests.Training;

public class GradientMapTests
{
    private static readonly Dataset<Dot> s_data = Dots.Colored(200);
    private static readonly Mlp<Dot> s_model = new ExpoTrainer<Dot> { HiddenUnits = [12], LearningRate = 0.01, MaxEpochs = 30, BatchSize = 32 }.Train(s_data);

    private static double[] Row(Dot record) => new Dataset<Dot>([record]).Encoded[0].ToArray();

    private static double[] Plain(Dot record, int output)
    {
        double[] row = Row(record), gradient = new double[row.Length];
        s_model.Raw.Gradient(new(row), output, gradient);
        return gradient;
    }

    [Fact]
    public void TheGradientAndItsSize()
    {
        for (int row = 0; row < 10; row++)
        {
            Assert.Equal(Saliency.Map(s_model.Raw, s_data[row]), new GradientMap<Dot>().Map(s_model.Raw, s_data[row]));
            Assert.Equal(Plain(s_data[row], 2), new GradientMap<Dot>().Map(s_model.Raw, s_data[row], output: 2));
            Assert.Equal(Plain(s_data[row], 2).Select(Math.Abs), new GradientMap<Dot> { IsAbsolute = true }.Map(s_model.Raw, s_data[row], output: 2));
        }
    }

    [Fact]
    public void TheSmoothGradientIsTheMeanOverCopies()
    {
        SmoothGradient<Dot> smooth = new() { Samples = 40, Deviation = 0.1, Seed = 3 };
        double[] row = Row(s_data[4]), noise = new double[row.Length], sum = new double[row.Length];
        for (int i = 0; i < 40; i++)
        {
            new RandomStream(3, "smooth gradient").For(row).For(i).FillNormal(0, noise);
            double[] gradient = new double[row.Length];
            s_model.Raw.Gradient(new([Math.Clamp(row[0] + (2 * noise[0]), -10, 10), Math.Clamp(row[1] + (2 * noise[1]), -10, 10), .. row[2..]]), 1, gradient);
            for (int j = 0; j < sum.Length; j++)
                sum[j] += gradient[j] / 40;
        }

        double[] map = smooth.Map(s_model.Raw, s_data[4], 1);
        for (int j = 0; j < sum.Length; j++)
            Assert.Equal(sum[j], map[j], 1e-9);
        Assert.Equal(map, smooth.Map(s_model.Raw, s_data[4], 1));
        Assert.NotEqual(map, (smooth with { Seed = 4 }).Map(s_model.Raw, s_data[4], 1));
        double[] still = (smooth with { Deviation = 0 }).Map(s_model.Raw, s_data[4], 1);
        for (int j = 0; j < sum.Length; j++)
            Assert.Equal(Plain(s_data[4], 1)[j], still[j], 1e-9);
    }

    /// <summary>They sum up to the change of the output, from zero and from given baselines.</summary>
    [Fact]
    public void IntegratedGradientsAreComplete()
    {
        IntegratedGradients<Dot> integrated = new() { Steps = 400 };
        for (int row = 0; row < 10; row++)
        {
            Dot record = s_data[row];
            double change = Score(record) - Score(record with { U = 0, V = 0 });
            Assert.Equal(change, integrated.Map(s_model.Raw, record, 1).Sum(), 1e-2 * (1 + Math.Abs(change)));
            Dot[] baselines = [record with { U = 3 }, record with { U = -2, V = 5 }];
            change = Score(record) - baselines.Average(Score);
            double[] map = (integrated with { Baselines = [.. baselines] }).Map(s_model.Raw, record, 1);
            Assert.Equal(change, map.Sum(), 1e-2 * (1 + Math.Abs(change)));
            Assert.All(map[2..], value => Assert.Equal(0, value));
        }

        static double Score(Dot record)
        {
            double[] row = Row(record), scores = new double[3];
            s_model.Raw.Score(new(row), scores);
            return scores[1];
        }
    }

    [Fact]
    public void BadInput()
    {
        Assert.Equal("The output of Gradient is 3; the model has 3, so it must be from 0 to 2.", Assert.Throws<InvalidOptionException>(() => new GradientMap<Dot>().Map(s_model.Raw, s_data[0], 3)).Message);
        Assert.Equal("Samples of Smooth gradient is 0; it must be at least 1.", Assert.Throws<InvalidOptionException>(() => new SmoothGradient<Dot> { Samples = 0 }.Map(s_model.Raw, s_data[0])).Message);
        Assert.Equal("Deviation of Smooth gradient is NaN; it must be 0 or more.", Assert.Throws<InvalidOptionException>(() => new SmoothGradient<Dot> { Deviation = double.NaN }.Map(s_model.Raw, s_data[0])).Message);
        Assert.Equal("Steps of Integrated gradients is 0; it must be from 1 to 1000.", Assert.Throws<InvalidOptionException>(() => new IntegratedGradients<Dot> { Steps = 0 }.Map(s_model.Raw, s_data[0])).Message);
    }
}
