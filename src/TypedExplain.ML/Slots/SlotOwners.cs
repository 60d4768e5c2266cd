using TypedExplain.Errors;
using TypedExplain.Schema.Rows;

namespace TypedExplain.ML.Slots;

/// <summary>
/// Finds out which feature each slot of a pipeline's vector is made of: features are changed one at a time, in rows without meaning and in
/// real ones, and the slots that change with them are theirs.
/// </summary>
/// <param name="reader">Reads slots.</param>
/// <param name="background">Real rows.</param>
internal sealed class SlotOwners<T>(SlotReader<T> reader, Dataset<T> background)
    where T : IFeatureRecord<T>
{
    private const int RowsOfEach = 16;
    private const int FewValues = 12;
    private const int ManyValues = 512;
    private const int FewRows = 2;

    private readonly int _columns = T.Schema.Columns;

    /// <summary>The owner of every slot; null where it is the same for every row.</summary>
    /// <param name="isAsked">Which slots trees ask about; only these must have a single owner.</param>
    /// <exception cref="InvalidModelException">A slot is made of several features; the message names both.</exception>
    public Feature<T>?[] Find(Func<int, bool> isAsked)
    {
        double[] rows = BaseRows();
        int count = rows.Length / _columns;
        float[][] before = new float[count][];
        reader.Read(rows, (row, slots) => before[row] = slots.ToArray());
        int width = before[0].Length;
        Feature<T>?[] owners = new Feature<T>?[width], byMissing = new Feature<T>?[width];
        string[]? names = null;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            foreach (int slot in Changed(rows, before, feature))
            {
                if (!isAsked(slot))
                    continue;
                if (feature.Kind == FeatureKind.Missing)
                {
                    if (byMissing[slot] is null || Covers(byMissing[slot]!, feature))
                        byMissing[slot] = feature;
                    else if (!Covers(feature, byMissing[slot]!))
                        throw Several(slot, byMissing[slot]!, feature);
                }
                else
                {
                    if (owners[slot] is { } other)
                        throw Several(slot, other, feature);
                    owners[slot] = feature;
                }
            }
        }

        for (int slot = 0; slot < width; slot++)
        {
            // Trees were grown on rows in which it was not the same everywhere.
            if (isAsked(slot) && Owner(slot) is null)
                throw new InvalidModelException($"Slot {VisibleText.Name(reader.Names(width)[slot])} of the pipeline's features, about which its trees ask, is the same for every value of {T.Schema} that was tried. Give more rows as the background, such as those of the training, or use KernelShap over MLModel.");
        }

        return [.. Enumerable.Range(0, width).Select(Owner)];

        // Where only what is missing changes a slot, the value that may be missing owns it.
        Feature<T>? Owner(int slot)
        {
            if (byMissing[slot] is not { } missing)
                return owners[slot];
            if (owners[slot] is { } owner)
                return Covers(missing, owner) ? owner : throw Several(slot, owner, missing);
            return missing.Covers == 1 ? T.Schema.Features[missing.Index - 1] : missing;
        }

        InvalidModelException Several(int slot, Feature<T> one, Feature<T> another)
        {
            names ??= reader.Names(width);
            return new($"Slot {VisibleText.Name(names[slot])} of the pipeline's features is made of {T.Schema.Name}.{one} and of {T.Schema.Name}.{another}, so what it adds to the answer belongs to neither. Keep the features apart in the pipeline, or use KernelShap over MLModel, which asks about records.");
        }
    }

    /// <summary>A row in which every value is there, as near to 0 as it may be.</summary>
    public static double[] Plain()
    {
        double[] row = new double[T.Schema.Columns];
        TrialRecords<T>.Rows(1, row);
        return row;
    }

    /// <summary>Marks in a row what a feature says is missing.</summary>
    public static void SetMissing(Feature<T> missing, Span<double> row)
    {
        row[T.Schema.Features[missing.Index - missing.Covers].Column..missing.Column].Clear();
        row[missing.Column] = 1;
    }

    private static bool Covers(Feature<T> missing, Feature<T> feature) => feature.Index < missing.Index && feature.Index >= missing.Index - missing.Covers;

    private double[] BaseRows()
    {
        double[] rows = new double[2 * RowsOfEach * _columns];
        TrialRecords<T>.Rows(RowsOfEach, rows.AsSpan(0, RowsOfEach * _columns));
        for (int i = 0; i < RowsOfEach; i++)
            background.Encoded[(int)((long)i * background.Count / RowsOfEach)].CopyTo(rows.AsSpan((RowsOfEach + i) * _columns));
        return rows;
    }

    /// <summary>The slots that change in any row as a feature does.</summary>
    private HashSet<int> Changed(double[] rows, float[][] before, Feature<T> feature)
    {
        List<double[]> few = Values(feature, FewValues), many = Values(feature, ManyValues);
        List<double> changed = [];
        List<int> origins = [];
        for (int row = 0; row < before.Length; row++)
        {
            List<double[]> values = row % RowsOfEach < FewRows ? many : few;
            ReadOnlySpan<double> own = rows.AsSpan(row * _columns, _columns);
            foreach (double[] value in values)
            {
                double[] other = own.ToArray();
                if (feature.Kind == FeatureKind.Missing)
                {
                    // Only from a row that has the value to one that lacks it.
                    if (!feature.IsPresent(own) || own[feature.Column] != 0)
                        continue;
                    SetMissing(feature, other);
                }
                else if (feature.IsPresent(own))
                {
                    value.CopyTo(other, feature.Column);
                }
                else
                {
                    continue;
                }

                changed.AddRange(other);
                origins.Add(row);
            }
        }

        HashSet<int> slots = [];
        reader.Read([.. changed], (row, read) =>
        {
            ReadOnlySpan<float> now = read.Span, then = before[origins[row]];
            for (int slot = 0; slot < now.Length; slot++)
            {
                if (!now[slot].Equals(then[slot]))
                    slots.Add(slot);
            }
        });
        return slots;
    }

    /// <summary>Values of a feature, as its columns: of real rows, and without meaning.</summary>
    private List<double[]> Values(Feature<T> feature, int most)
    {
        if (feature.Kind == FeatureKind.Missing)
            return [[1]];
        if (feature.Kind == FeatureKind.Flag)
            return [[0], [1]];
        if (feature.Kind is FeatureKind.Category)
        {
            return [.. Enumerable.Range(0, feature.Categories.Length).Select(category =>
            {
                double[] columns = new double[feature.ColumnCount];
                feature.WriteCategory(category, columns);
                return columns;
            })];
        }

        double[] trial = new double[most * _columns];
        TrialRecords<T>.Rows(most, trial);
        double[] real = [.. Enumerable.Range(0, background.Count).Where(row => feature.IsPresent(background.Encoded[row])).Select(row => background.Encoded[row][feature.Column]).Distinct().Order()];
        IEnumerable<double> some = Enumerable.Range(0, most).Where(_ => real.Length > 0).Select(i => real[(int)((long)i * (real.Length - 1) / (most - 1))]);
        return [.. some.Concat(Enumerable.Range(0, most).Select(row => trial[(row * _columns) + feature.Column])).Distinct().Select(value => new[] { value })];
    }
}
