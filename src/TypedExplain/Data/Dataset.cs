using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Data;
using TypedExplain.Errors;
using TypedExplain.Numerics;
using TypedExplain.Schema.Rows;

namespace TypedExplain;

/// <summary>Records with an optional target, encoded and checked once. Immutable, so safe to share between threads.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Dataset<T> : IDescribed
    where T : IFeatureRecord<T>
{
    private readonly double[] _encoded;
    private readonly GivenRecords<T> _given;
    private readonly Lazy<FeatureStatistics<T>> _statistics;
    private readonly Lazy<RowDigests> _digests;

    /// <summary>A data set without a target.</summary>
    /// <param name="rows">The records; at least one.</param>
    /// <exception cref="InvalidDatasetException">There is no row.</exception>
    /// <exception cref="InvalidFeatureException">A record holds a value that its schema does not allow.</exception>
    public Dataset(IEnumerable<T> rows)
        : this(rows is null ? throw new ArgumentNullException(nameof(rows)) : [.. rows], null)
    {
    }

    private Dataset(ImmutableArray<T> rows, Target? target, double[]? encoded = null)
    {
        if (rows.IsEmpty)
            throw new InvalidDatasetException($"A data set of {T.Schema.Name} has no rows; it needs at least 1.");
        Rows = rows;
        Target = target;
        _encoded = encoded ?? Encode(rows);
        _given = new(rows);
        _statistics = new(() => FeatureStatistics<T>.Of(Encoded));
        _digests = new(() => RowDigests.Of(this));
    }

    /// <summary>The records.</summary>
    public ImmutableArray<T> Rows { get; }

    /// <summary>What a model is to predict; null where none was given.</summary>
    public Target? Target { get; }

    /// <summary>How many records there are.</summary>
    public int Count => Rows.Length;

    /// <summary>One record.</summary>
    /// <param name="row">Its position, from 0.</param>
    public T this[[OptionRange(AtLeast = 0)] int row] => Rows[row];

    /// <summary>The records as rows of model columns.</summary>
    public EncodedRows<T> Encoded => new(_encoded, _given);

    /// <summary>Means, deviations and frequencies of the features, computed at the first use.</summary>
    /// <exception cref="InvalidDatasetException">There is one row only.</exception>
    public FeatureStatistics<T> Statistics => _statistics.Value;

    /// <summary>
    /// The SHA-256 of the schema, the rows in their order and the target, as 64 hexadecimal digits; computed at the first use. A row
    /// counts by its columns to the bit and its texts, images and times; not by its key, nor by members that are not features.
    /// </summary>
    public string Sha256 => _digests.Value.InOrder;

    /// <summary>The SHA-256 of the rows whatever their order.</summary>
    internal string Sha256InAnyOrder => _digests.Value.InAnyOrder;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(Dataset<>)).With("rows", Count).With("sha256", Sha256).With("sha256InAnyOrder", Sha256InAnyOrder);

    /// <summary>The same records with a number to predict for each.</summary>
    /// <param name="values">One finite number per record.</param>
    /// <exception cref="InvalidDatasetException">A number is not finite, or there are too few or too many.</exception>
    public Dataset<T> WithTarget(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ImmutableArray<double> target = [.. values];
        RequireOnePerRow(target.Length);
        for (int row = 0; row < target.Length; row++)
        {
            if (!double.IsFinite(target[row]))
                throw new InvalidDatasetException(string.Create(CultureInfo.InvariantCulture, $"The target of row {row} ({T.Schema.Describe(Encoded[row])}) is {target[row]}; it must be a finite number."));
        }

        return new(Rows, new Target(target, []), _encoded);
    }

    /// <summary>The same records with a class to predict for each; the classes are the names of the enum.</summary>
    /// <typeparam name="TLabel">An enum with a name for each class.</typeparam>
    /// <param name="labels">One class per record.</param>
    /// <exception cref="InvalidDatasetException">A label is none of the enum's names, or there are too few or too many.</exception>
    public Dataset<T> WithLabels<TLabel>(IEnumerable<TLabel> labels)
        where TLabel : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(labels);
        ImmutableArray<string> classes = [.. Enum.GetNames<TLabel>()];
        ImmutableArray<double> target = [.. labels.Select(Position)];
        RequireOnePerRow(target.Length);
        return new(Rows, new Target(target, classes), _encoded);

        double Position(TLabel label, int row) => classes.IndexOf(label.ToString()) is var position and >= 0
            ? position
            : throw new InvalidDatasetException($"The label of row {row} is {label}; it must be one of {NameList.Names(classes)}.");
    }

    /// <summary>Some of the rows, in a new order.</summary>
    /// <param name="rows">Positions of the rows to keep.</param>
    /// <exception cref="InvalidOptionException">There is no row at one of the positions.</exception>
    public Dataset<T> Select([OptionRange(AtLeast = 0)] IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Any(row => row < 0 || row >= Count))
            throw new InvalidOptionException($"Row {rows.First(row => row < 0 || row >= Count)} was selected; the {Count} {Noun.Of(Count, "row")} of {T.Schema.Name} are 0 to {Count - 1}.");
        int columns = T.Schema.Columns;
        double[] encoded = new double[rows.Count * columns];
        for (int i = 0; i < rows.Count; i++)
            Encoded[rows[i]].CopyTo(encoded.AsSpan(i * columns));
        return new([.. rows.Select(row => Rows[row])], Target?.Select(rows), encoded);
    }

    /// <summary>Divides the rows at random in two, each in the original order.</summary>
    /// <param name="testFraction">Share of the rows that goes to the second part, between 0 and 1.</param>
    /// <param name="seed">Seed of the division.</param>
    /// <exception cref="InvalidDatasetException">There is one row only.</exception>
    /// <exception cref="InvalidOptionException">The fraction is not between 0 and 1.</exception>
    public (Dataset<T> Train, Dataset<T> Test) Split([OptionRange(Above = 0, Below = 1)] double testFraction, int seed)
    {
        if (!(testFraction > 0 && testFraction < 1))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"testFraction is {testFraction}; it must lie between 0 and 1."));
        if (Count < 2)
            throw new InvalidDatasetException($"A data set of {T.Schema.Name} with 1 row cannot be split; it needs at least 2.");

        int tests = Math.Clamp((int)Math.Round(Count * testFraction), 1, Count - 1);
        int[] order = new Shuffle(new RandomStream(seed, "split")).Permutation(Count);
        return (Select([.. order.Skip(tests).Order()]), Select([.. order.Take(tests).Order()]));
    }

    /// <summary>Divides the rows by a key, such as a category: one part per key, in the order in which keys first occur.</summary>
    /// <typeparam name="TKey">What tells parts apart.</typeparam>
    /// <param name="key">The key of a record.</param>
    public IReadOnlyList<Dataset<T>> PartitionBy<TKey>(Func<T, TKey> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return [.. Enumerable.Range(0, Count).GroupBy(row => key(Rows[row])).Select(part => Select([.. part]))];
    }

    /// <summary>Record, number of rows and the kind of target.</summary>
    public override string ToString() =>
        $"{Count} {Noun.Of(Count, "row")} of {T.Schema.Name}" + (Target is null ? "" : Target.IsClass ? $" with {Target.Classes.Length} {Noun.Of(Target.Classes.Length, "class", "classes")}" : " with a target");

    private void RequireOnePerRow(int targets)
    {
        if (targets != Count)
            throw new InvalidDatasetException($"{targets} {Noun.Of(targets, "target was", "targets were")} given for {Count} {Noun.Of(Count, "row")} of {T.Schema.Name}; each row needs one.");
    }

    private static double[] Encode(ImmutableArray<T> rows)
    {
        int columns = T.Schema.Columns;
        double[] encoded = new double[rows.Length * columns];
        for (int row = 0; row < rows.Length; row++)
            T.Schema.Encode(rows[row], encoded.AsSpan(row * columns, columns));
        return encoded;
    }
}
