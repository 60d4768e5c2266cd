using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain.Training.Trainers;

/// <summary>
/// What tells one regularizer from another: its name and numbers, and a hash of what it draws around a few rows and makes
/// of given answers and weights. So one of the user's own is told apart too, whatever its options are called.
/// </summary>
internal static class RegularizerPrint
{
    private const int Probes = 3, Weights = 64;

    public static string Of<T>(IRegularizer<T> regularizer, Dataset<T> train, int outputs)
        where T : IFeatureRecord<T>
    {
        RandomStream stream = new(0, "print");
        ulong hash = 0;
        double[] rows = new double[regularizer.RowsPerPoint * T.Schema.Columns], answers = new double[regularizer.RowsPerPoint * outputs], gradient = new double[answers.Length];
        stream.FillNormal(0, answers);
        for (int probe = 0; probe < Math.Min(Probes, train.Count) && rows.Length > 0; probe++)
        {
            regularizer.Sample(train.Encoded[probe], train.Statistics, stream.For(probe), rows);
            double loss = regularizer.Loss(train.Encoded[probe], train.Statistics, rows, answers, gradient);
            hash = Hash64.Add(Hash64.Add(Hash64.Add(hash, Hash64.Of(rows)), Hash64.Of([loss])), Hash64.Of(gradient));
        }

        double[] weights = new double[Weights], slopes = new double[Weights];
        stream.For(Probes).FillNormal(0, weights);
        hash = Hash64.Add(Hash64.Add(hash, Hash64.Of([regularizer.Penalty(weights, slopes)])), Hash64.Of(slopes));
        return string.Create(CultureInfo.InvariantCulture, $"{regularizer.Name} (weight {regularizer.Weight:R} {regularizer.Scale}, {regularizer.RowsPerPoint} rows a point, print {hash:X16})");
    }
}
