using TypedExplain.Decisions.Actions;
using TypedExplain.Schema;

namespace TypedExplain.Decisions.Evidence;

/// <summary>How far two encoded rows are apart: the root of the sum of squared differences, numbers in standard deviations of some rows, flags and categories 1 where they differ.</summary>
/// <param name="statistics">Of the rows; null where there are too few of them, and then different numbers are 1 apart too.</param>
internal sealed class RowDistance<T>(FeatureStatistics<T>? statistics)
    where T : IFeatureRecord<T>
{
    public double Between(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double sum = 0;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (feature.Kind != FeatureKind.Missing && feature.IsPresent(first) != feature.IsPresent(second))
            {
                sum++;
                continue;
            }

            double from = FeatureNumber.Read(feature, first), to = FeatureNumber.Read(feature, second);
            if (from == to || feature.Kind == FeatureKind.Missing)
                continue;
            Axis axis = T.Schema.Axes[feature.Index];
            double deviation = feature.IsNumeric && statistics is not null ? statistics.Deviation[feature] : 0;
            double apart = deviation == 0 ? 1 : (feature.Scale == FeatureScale.Cyclic ? axis.Turn(from, to) : axis.Scaled(to) - axis.Scaled(from)) / deviation;
            sum += apart * apart;
        }

        return Math.Sqrt(sum);
    }
}
