using TypedExplain.Training;

namespace OwnTrainer;

/// <summary>Plain gradient descent on squared error, with a regularizer at a few points of every step.</summary>
public static class Trainer
{
    private const int Steps = 400, Points = 8;
    private const double Rate = 0.02;

    /// <param name="data">The rows, with standardized rents.</param>
    /// <param name="places">Where the bumps are.</param>
    /// <param name="regularizer">The regularizer; its weight is taken as λ itself.</param>
    public static Bumps Train(Dataset<Flat> data, Dataset<Flat> places, IRegularizer<Flat> regularizer)
    {
        Bumps model = new(places, data.Statistics);
        double[] answers = new double[data.Count], gradient = new double[data.Count];
        for (int step = 0; step < Steps; step++)
        {
            model.Score(data.Encoded, answers);
            for (int row = 0; row < data.Count; row++)
                gradient[row] = 2 * (answers[row] - data.Target!.Values[row]) / data.Count;
            model.Descend(data.Encoded, gradient, Rate);

            // One point after the other: draw its neighbors, ask the model about them, carry λ/points · ∂R/∂y back.
            for (int point = 0; point < Points && regularizer.Weight > 0; point++)
            {
                RandomStream stream = new RandomStream(1, "neighbors").For(step).For(point);
                int row = new RandomStream(1, "points").For(step).Choose(point, data.Count);
                (double[] rows, double[] slopes, _) = Look(model, data, row, regularizer, stream);
                for (int i = 0; i < slopes.Length; i++)
                    slopes[i] *= regularizer.Weight / Points;
                model.Descend(new EncodedRows<Flat>(rows), slopes, Rate);
            }
        }

        return model;
    }

    /// <summary>The rows around a point, ∂R/∂y for the model's answers there, and R.</summary>
    public static (double[] Rows, double[] Slopes, double Loss) Look(Bumps model, Dataset<Flat> data, int row, IRegularizer<Flat> regularizer, RandomStream stream)
    {
        double[] rows = new double[regularizer.RowsPerPoint * data.Encoded.Columns];
        double[] answers = new double[regularizer.RowsPerPoint], slopes = new double[answers.Length];
        regularizer.Sample(data.Encoded[row], data.Statistics, stream, rows);
        model.Score(new EncodedRows<Flat>(rows), answers);
        double loss = regularizer.Loss(data.Encoded[row], data.Statistics, rows, answers, slopes);
        return (rows, slopes, loss);
    }
}
