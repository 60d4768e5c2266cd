using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Tests.Training;

public class SennTests
{
    private static readonly SennTrainer<Dot> s_trainer = new() { LearningRate = 0.01, Epochs = 60, BatchSize = 32, Seed = 1 };

    [Fact]
    public void ItLearnsAndExplainsItself()
    {
        (Dataset<Dot> train, Dataset<Dot> rest) = Dots.Parted(400).Split(0.5, 1);
        (Dataset<Dot> validation, Dataset<Dot> test) = rest.Split(0.5, 1);
        Senn<Dot> model = s_trainer.Train(train, validation);
        Assert.True(Dots.Accuracy(model, test) > 0.93);
        IModel<Dot> above = model.Output(Side.Above);
        double off = 0;
        foreach (Dot dot in test.Rows)
        {
            SennExplanation<Dot> explanation = model.Explain(dot);
            Assert.Equal("Above", explanation.Output);
            Assert.Equal(above.Predict(dot), explanation.Predict(dot), 1e-9);
            Assert.Equal(above.Predict(dot), DataLoss.Sigmoid(explanation.Contributions.AsSpan().ToArray().Sum() + explanation.Constant), 1e-6);
            off += Math.Abs(above.Predict(dot with { U = dot.U + 0.1 }) - explanation.Predict(dot with { U = dot.U + 0.1 })) / test.Count;
        }

        Assert.True(off < 0.02, $"a tenth away the explanation is off by {off}");
        Assert.Equal(model.Explain(test[0]).Coefficients.AsEnumerable(), s_trainer.Train(train, validation).Explain(test[0]).Coefficients);
    }

    [Fact]
    public void GradientsAreThoseOfTheProbabilities()
    {
        Dataset<Dot> data = Dots.Parted(100);
        Senn<Dot> model = s_trainer.Train(data, data);
        double[] gradients = new double[data.Encoded.Values.Length];
        model.Gradient(data.Encoded, 1, gradients);
        IModel<Dot> above = model.Output(Side.Above);
        int wrong = 0;
        for (int row = 0; row < 50; row++)
        {
            Dot dot = data[row];
            double slope = (above.Predict(dot with { U = dot.U + 0.002 }) - above.Predict(dot with { U = dot.U - 0.002 })) / 0.004;
            wrong += Math.Abs(slope - gradients[row * data.Encoded.Columns]) < 0.002 + (0.02 * Math.Abs(slope)) ? 0 : 1;
        }

        Assert.True(wrong <= 3, $"{wrong} of 50 gradients are wrong; a few may lie on a kink");
    }

    [Fact]
    public void WhatItCannotLearnIsRefused()
    {
        Dataset<Dot> two = Dots.Parted(20);
        Assert.Contains("the target of the 20 rows of Dot is 3 classes", Assert.Throws<InvalidDatasetException>(() => s_trainer.Train(Dots.Colored(20), two)).Message);
        Assert.Contains("is a number", Assert.Throws<InvalidDatasetException>(() => s_trainer.Train(Dots.Bent(20), two)).Message);
        Refused(s_trainer, "BatchSize is 32; it must be from 1 to 20");
        Refused(s_trainer with { BatchSize = 8, Epochs = 0 }, "Epochs is 0; it must be at least 1.");
        Refused(s_trainer with { BatchSize = 8, Robustness = -1 }, "Robustness is -1; it must be 0 or more.");
        Refused(s_trainer with { BatchSize = 8, LearningRate = 0 }, "LearningRate is 0; it must be above 0.");
        Refused(s_trainer with { BatchSize = 8, HiddenUnits = [0] }, "HiddenUnits is [0]; each layer must have at least 1 unit.");
        SennDivergedException<Dot> error = Assert.Throws<SennDivergedException<Dot>>(() => (s_trainer with { BatchSize = 8, LearningRate = 1e30 }).Train(two, two));
        Assert.Equal((1, 2, null), (error.Epoch, error.Step, error.LastGood));
        Assert.StartsWith("Training diverged in epoch 1, step 2: layer ", error.Message);
        Assert.EndsWith("became NaN or infinite. No epoch was completed. Lower LearningRate, which is 1E+30, or Robustness, which is 0.01.", error.Message);

        void Refused(SennTrainer<Dot> trainer, string message) =>
            Assert.Contains(message, Assert.Throws<InvalidOptionException>(() => trainer.Train(two, two)).Message);
    }
}
