using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Shap;

/// <summary>Shapley values as the textbook has them: the mean over all orders of what a feature adds. Slow and obvious.</summary>
internal static class ShapTwin
{
    /// <summary>The mean gain of each player over all M! orders.</summary>
    public static double[] OfOrders(int players, Func<HashSet<int>, double> value)
    {
        double[] shapley = new double[players];
        int orders = 0;
        foreach (int[] order in Orders([.. Enumerable.Range(0, players)]))
        {
            HashSet<int> known = [];
            foreach (int player in order)
            {
                double before = value(known);
                known.Add(player);
                shapley[player] += value(known) - before;
            }

            orders++;
        }

        return [.. shapley.Select(sum => sum / orders)];
    }

    /// <summary>The same, each coalition being asked for once.</summary>
    public static double[] Of(int players, Func<HashSet<int>, double> value)
    {
        Dictionary<int, double> known = [];
        return OfOrders(players, coalition =>
        {
            int bits = coalition.Sum(player => 1 << player);
            if (!known.TryGetValue(bits, out double answer))
                known[bits] = answer = value(coalition);
            return answer;
        });
    }

    /// <summary>What two players add together beyond what each adds alone: the mean over all coalitions of the others, by Shapley's weights.</summary>
    public static double Pair(int players, int one, int other, Func<HashSet<int>, double> value)
    {
        double sum = 0;
        foreach (int bits in Enumerable.Range(0, 1 << players).Where(bits => (bits & ((1 << one) | (1 << other))) == 0))
        {
            HashSet<int> known = [.. Enumerable.Range(0, players).Where(player => (bits >> player & 1) == 1)];
            double weight = 1.0 / (players - 1);
            for (int i = 1; i <= known.Count; i++)
                weight *= (double)i / (players - 1 - i);
            sum += weight * (value([.. known, one, other]) - value([.. known, one]) - value([.. known, other]) + value(known));
        }

        return sum;
    }

    /// <summary>
    /// The mean answer over background rows, with the known features' values taken from the instance. A value that the
    /// instance lacks is known with the outermost feature that says so, and its own place among the known has no part.
    /// </summary>
    public static double Interventional<T>(IModel<T> model, T instance, WeightedRows<T> background, HashSet<int> known)
        where T : IFeatureRecord<T>
    {
        double[] own = Encode(instance);
        double sum = 0;
        for (int row = 0; row < background.Count; row++)
        {
            double[] mixed = Encode(background.Rows[row]);
            foreach (int index in known)
            {
                Feature<T> feature = T.Schema.Features[index];
                int first = feature.IsPresent(own) ? feature.Column : int.MaxValue;
                if (feature.Kind == FeatureKind.Missing && own[feature.Column] == 1)
                    first = Math.Min(first, T.Schema.Features[index - feature.Covers].Column);
                for (int column = first; column < feature.Column + feature.ColumnCount; column++)
                    mixed[column] = own[column];
            }

            Legalize(background, row, known, mixed, own);
            double score = 0;
            model.Score(new EncodedRows<T>(mixed), new Span<double>(ref score));
            sum += background.Weights[row] * score;
        }

        return sum / background.Weights.Sum();
    }

    /// <summary>
    /// Where there is said to be no value, none is left; where there is said to be one and the background row has none, the
    /// next row that has one gives what is not known. What holds others comes before them.
    /// </summary>
    private static void Legalize<T>(WeightedRows<T> background, int row, HashSet<int> known, double[] mixed, double[] own)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        foreach (TwinFeature missing in twin.Features.Where(feature => feature.IsMissing).Reverse())
        {
            if (!twin.IsPresent(missing, mixed))
                continue;
            double[][] rows = [.. Enumerable.Range(0, background.Count).Select(other => Encode(background.Rows[(row + other) % background.Count]))];
            double[] source = rows.FirstOrDefault(other => twin.IsPresent(missing, other) && other[missing.Column] == 0) ?? own;
            foreach (TwinFeature covered in twin.Features.Where(missing.Speaks))
            {
                if (mixed[missing.Column] == 1)
                    mixed.AsSpan(covered.Column, covered.Columns).Clear();
                else if (!known.Contains(KnownWith<T>(twin.Features.IndexOf(covered), own)))
                    source.AsSpan(covered.Column, covered.Columns).CopyTo(mixed.AsSpan(covered.Column));
            }
        }
    }

    /// <summary>The position of the feature by which the instance lacks a value, the outermost one; that of the feature itself where it has one.</summary>
    private static int KnownWith<T>(int feature, double[] own)
        where T : IFeatureRecord<T> =>
        T.Schema.Features.LastOrDefault(missing => own[missing.Column] == 1 && missing.Index > feature && missing.Index - missing.Covers <= feature)?.Index ?? feature;

    /// <summary>A tree's answer with both ways taken at questions about unknown features, by the draws of the training rows.</summary>
    public static double PathDependent<T>(DecisionTree tree, int output, double[] instance, HashSet<int> known, int node = 0)
        where T : IFeatureRecord<T>
    {
        TreeNode own = tree[node];
        if (own.IsLeaf)
            return tree.Values(node)[output];
        Feature<T> feature = T.Schema.Features.Single(feature => own.Column >= feature.Column && own.Column < feature.Column + feature.ColumnCount);
        double left = PathDependent<T>(tree, output, instance, known, own.Left), right = PathDependent<T>(tree, output, instance, known, own.Right);
        if (known.Contains(KnownWith<T>(feature.Index, instance)))
            return instance[own.Column] <= own.Threshold ? left : right;
        return ((left * tree[own.Left].Draws) + (right * tree[own.Right].Draws)) / own.Draws;
    }

    public static double[] Encode<T>(T record)
        where T : IFeatureRecord<T>
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(record, columns);
        return columns;
    }

    private static IEnumerable<int[]> Orders(int[] players)
    {
        if (players.Length == 0)
            yield return [];
        foreach (int first in players)
        {
            foreach (int[] rest in Orders([.. players.Where(player => player != first)]))
                yield return [first, .. rest];
        }
    }
}
