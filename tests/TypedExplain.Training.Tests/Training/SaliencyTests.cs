namespace TypedExplain.Training.Tests.Training;

public class SaliencyTests
{
    [Fact]
    public void TheMapIsTheGradientOfTheLargestOutput()
    {
        Dataset<Dot> data = Dots.Colored(200);
        Mlp<Dot> model = new ExpoTrainer<Dot> { HiddenUnits = [12], LearningRate = 0.01, MaxEpochs = 30, BatchSize = 32 }.Train(data);
        double[] logits = new double[3], gradient = new double[data.Encoded.Columns];
        for (int row = 0; row < 10; row++)
        {
            EncodedRows<Dot> one = new(data.Encoded[row]);
            model.Raw.Score(one, logits);
            model.Raw.Gradient(one, Array.IndexOf(logits, logits.Max()), gradient);
            Assert.Equal(gradient, Saliency.Map(model.Raw, data[row]));
        }

        Assert.Equal(0, Saliency.Stability(model, data.Rows, data.Rows).Mean);
        Assert.True(Saliency.Stability(model, data.Rows, [.. data.Rows.Reverse()]).Mean > 0);
        Assert.Contains("1 neighbor was given for 200 records", Assert.Throws<InvalidOptionException>(() => Saliency.Stability(model, data.Rows, [data[0]])).Message);
    }
}
