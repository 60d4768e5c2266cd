using TypedExplain.Training.Tests.Training;

namespace TypedExplain.Training.Tests.Models;

/// <summary>More rows than are scored at a time are scored as each of them alone.</summary>
public class BlockTests
{
    [Fact]
    public void ManyRowsAreAsEachAlone()
    {
        Dataset<Dot> data = Dots.Some(1100), classes = Dots.Parted(60);
        Check(new ExpoTrainer<Dot> { HiddenUnits = [7, 5], MaxEpochs = 2 }.Train(classes), data);
        Check(new SennTrainer<Dot> { Epochs = 2 }.Train(classes, classes), data);
    }

    private static void Check(IDifferentiableModel<Dot> model, Dataset<Dot> data)
    {
        int columns = data.Encoded.Columns;
        double[] scores = new double[2 * data.Count], gradients = new double[columns * data.Count], one = new double[2], slopes = new double[columns];
        model.Score(data.Encoded, scores);
        model.Gradient(data.Encoded, 1, gradients);
        for (int row = 0; row < data.Count; row += 7)
        {
            EncodedRows<Dot> own = new(data.Encoded[row]);
            model.Score(own, one);
            model.Gradient(own, 1, slopes);
            Assert.Equal(scores[(2 * row)..((2 * row) + 2)], one);
            Assert.Equal(gradients[(row * columns)..((row + 1) * columns)], slopes);
        }
    }
}
