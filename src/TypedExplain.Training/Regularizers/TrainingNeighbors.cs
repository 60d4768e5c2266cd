using TypedExplain.Generated;
using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain.Training.Regularizers;

/// <summary>Rows around a point of the training data.</summary>
internal static class TrainingNeighbors
{
    /// <summary>The most rows whose numbers are made for all features at once; more keep the processor busy by themselves.</summary>
    private const int MostTogether = 64;

    /// <summary>How many coordinates of a row can move.</summary>
    public static int Coordinates<T>(bool isRelaxed)
        where T : IFeatureRecord<T>
    {
        int moving = 0;
        foreach (Feature<T> feature in T.Schema.Features)
            moving += !Moves(feature, isRelaxed) ? 0 : feature.IsNumeric ? 1 : feature.ColumnCount;
        return moving;
    }

    /// <summary>Whether a feature moves at all.</summary>
    public static bool Moves<T>(Feature<T> feature, bool isRelaxed)
        where T : IFeatureRecord<T> => feature.IsNumeric
            ? feature.Draw != DrawMode.Fixed
            : isRelaxed && feature.Draw != DrawMode.Fixed && feature.Kind != FeatureKind.Missing && (feature.Kind != FeatureKind.Category || feature.Encoding == CategoryEncoding.OneHot);

    /// <summary>Draws rows around a point.</summary>
    /// <param name="point">The encoded point.</param>
    /// <param name="statistics">How far features spread.</param>
    /// <param name="radius">The deviation of the draws, in deviations.</param>
    /// <param name="isRelaxed">Whether rows need not be records.</param>
    /// <param name="only">The one feature that moves, or null for all.</param>
    /// <param name="stream">Random numbers of this point and step.</param>
    /// <param name="rows">Where the rows go.</param>
    public static void Sample<T>(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, double radius, bool isRelaxed, Feature<T>? only, RandomStream stream, Span<double> rows)
        where T : IFeatureRecord<T>
    {
        int columns = point.Length, count = rows.Length / columns;
        for (int at = 0; at < rows.Length; at += columns)
            point.CopyTo(rows[at..]);

        if (isRelaxed)
        {
            using Pooled draws = new(count);
            foreach (Feature<T> feature in T.Schema.Features)
            {
                if ((only is null || only == feature) && Moves(feature, isRelaxed) && feature.IsPresent(point))
                    Move(feature, statistics, radius, stream, draws.Span, rows);
            }

            return;
        }

        int features = T.Schema.Features.Length, blocks = count <= MostTogether ? RandomStream.WholeBlocks(count) : 0;
        using Pooled memory = Pooled.Unset(features + count + T.Schema.Slots + (features * blocks));
        Span<double> spread = memory.Span[..features], normals = memory.Span[(features + count + T.Schema.Slots)..];
        foreach (Feature<T> feature in T.Schema.Features)
            spread[feature.Index] = (only is null || only == feature) && Moves(feature, isRelaxed) ? radius * feature.DrawScale * statistics.Deviation[feature] : 0;
        FillNormals(stream, spread, normals, blocks);
        T.Perturb(new Perturbation
        {
            Center = memory.Span.Slice(features + count, T.Schema.Slots),
            Spread = spread,
            Axes = T.Schema.Axes,
            Marginals = statistics.Marginals,
            Rows = rows,
            Draws = memory.Span.Slice(features, count),
            Columns = columns,
            Stream = stream,
            AroundRows = true,
            LeavesStill = true,
            Normals = normals,
        });
    }

    /// <summary>Writes how far rows lie from a point, column after column, of the columns that move at all; returns how many those are.</summary>
    /// <param name="point">The encoded point.</param>
    /// <param name="statistics">How far features spread.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="coordinates">Room for one number per row and encoded column.</param>
    public static int Coordinates<T>(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, ReadOnlySpan<double> rows, Span<double> coordinates)
        where T : IFeatureRecord<T>
    {
        int samples = rows.Length / point.Length, moving = 0;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
            {
                Span<double> to = coordinates.Slice(moving * samples, samples);
                Write(feature, column, point, statistics, rows, to);
                if (to.ContainsAnyExcept(0.0))
                    moving++;
            }
        }

        return moving;
    }

    private static void Write<T>(Feature<T> feature, int column, ReadOnlySpan<double> point, FeatureStatistics<T> statistics, ReadOnlySpan<double> rows, Span<double> to)
        where T : IFeatureRecord<T>
    {
        Axis axis = T.Schema.Axes[feature.Index];
        double own = point[column];
        if (feature.IsNumeric && feature.IsPresent(point))
        {
            double scale = statistics.Scale[feature.Index], scaled = axis.Scale == FeatureScale.Cyclic ? own : axis.Scaled(own);
            for (int sample = 0, at = column; sample < to.Length; sample++, at += point.Length)
            {
                to[sample] = rows[at] == own ? 0
                    : axis.Scale == FeatureScale.Cyclic ? axis.Turn(own, rows[at]) / scale
                    : (axis.Scaled(rows[at]) - scaled) / scale;
            }

            return;
        }

        for (int sample = 0, at = column; sample < to.Length; sample++, at += point.Length)
            to[sample] = rows[at] - own;
    }

    /// <summary>The normal numbers of all features that move, so that what is done to the bits is done to many at once.</summary>
    private static void FillNormals(RandomStream stream, ReadOnlySpan<double> spread, Span<double> normals, int blocks)
    {
        int first = 0;
        for (int feature = 0; feature < spread.Length && blocks > 0; feature++)
        {
            if (spread[feature] != 0)
            {
                stream.For(feature).FillUniform(0, normals.Slice(feature * blocks, blocks));
                continue;
            }

            BoxMuller.Apply(normals[(first * blocks)..(feature * blocks)]);
            first = feature + 1;
        }

        BoxMuller.Apply(normals[(first * blocks)..]);
    }

    private static void Move<T>(Feature<T> feature, FeatureStatistics<T> statistics, double radius, RandomStream stream, Span<double> draws, Span<double> rows)
        where T : IFeatureRecord<T>
    {
        Axis axis = T.Schema.Axes[feature.Index];
        int columns = T.Schema.Columns;
        for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
        {
            stream.For(feature.Index).For(column).FillNormal(0, draws);
            double deviation = radius * (feature.IsNumeric ? statistics.Deviation[feature] : ShareDeviation(feature, column - feature.Column, statistics));
            if (axis.IsNumeric && axis.Scale != FeatureScale.Linear)
            {
                for (int sample = 0, at = column; sample < draws.Length; sample++, at += columns)
                    draws[sample] = axis.Scaled(rows[at]) + (deviation * draws[sample]);
                axis.Restore(draws, feature.Limits.Minimum, feature.Limits.Maximum);
                for (int sample = 0, at = column; sample < draws.Length; sample++, at += columns)
                    rows[at] = draws[sample];
                continue;
            }

            for (int sample = 0, at = column; sample < draws.Length; sample++, at += columns)
                rows[at] += deviation * draws[sample];
        }
    }

    /// <summary>The standard deviation of a column that holds 1 or 0.</summary>
    private static double ShareDeviation<T>(Feature<T> feature, int column, FeatureStatistics<T> statistics)
        where T : IFeatureRecord<T>
    {
        double share = statistics.Frequencies(feature)[column];
        return Math.Sqrt(share * (1 - share));
    }
}
