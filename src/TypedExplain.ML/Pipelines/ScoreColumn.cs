using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using TypedExplain.Errors;

namespace TypedExplain.ML.Pipelines;

/// <summary>The column of a pipeline's answers that is explained.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsVector">Whether it holds several numbers.</param>
/// <param name="Names">What the numbers are called.</param>
/// <param name="Kind">What they are.</param>
internal sealed record ScoreColumn(string Name, bool IsVector, ImmutableArray<string> Names, OutputKind Kind)
{
    /// <summary>The probability that a classifier of two classes gives.</summary>
    public const string Probability = "Probability";

    private const string Score = "Score";

    // What sums of shares in single precision may be off by.
    private const double Rounding = 1e-5;

    /// <summary>Chooses a column.</summary>
    /// <param name="schema">All columns of the answers.</param>
    /// <param name="named">The one that is wanted; null for the usual one.</param>
    /// <param name="classes">What its numbers are called; none for what the pipeline calls them.</param>
    /// <exception cref="InvalidModelException">There is none that holds scores.</exception>
    public static ScoreColumn Choose(DataViewSchema schema, string? named, ImmutableArray<string> classes)
    {
        DataViewSchema.Column? found = named is not null ? schema.GetColumnOrNull(named) : schema.GetColumnOrNull(Probability) ?? schema.GetColumnOrNull(Score);
        if (found is not { } column)
            throw new InvalidModelException($"The pipeline answers with no column {named ?? $"{Probability} or {Score}"}; its columns are {NameList.Names(schema, own => own.Name)}. Name in {nameof(MLModelOptions<>)}.{nameof(MLModelOptions<>.Output)} the one to explain.");
        if (column.Type == NumberDataViewType.Single)
            return new(column.Name, false, NamesOf(column, 1, classes), KindOf(column));
        if (column.Type is VectorDataViewType { IsKnownSize: true } vector && vector.ItemType == NumberDataViewType.Single)
            return new(column.Name, true, NamesOf(column, vector.Size, classes), KindOf(column));
        throw new InvalidModelException($"Column {column.Name} of the pipeline's answers holds {column.Type}; Single, or a vector of Single of a known size, is explained. Name another one in {nameof(MLModelOptions<>)}.{nameof(MLModelOptions<>.Output)}.");
    }

    /// <summary>The column as it is where its numbers turn out to be shares of 1 in every row of a trial: then they are probabilities.</summary>
    /// <param name="scores">The answers to the rows.</param>
    public ScoreColumn Seen(ReadOnlySpan<double> scores)
    {
        for (int first = 0; first < scores.Length; first += Names.Length)
        {
            double sum = 0;
            foreach (double score in scores.Slice(first, Names.Length))
                sum += score >= 0 ? score : double.NaN;
            if (!(Math.Abs(sum - 1) <= Rounding))
                return this;
        }

        return Names.Length > 1 ? this with { Kind = OutputKind.Probability } : this;
    }

    /// <summary>Reads the column of all rows.</summary>
    /// <param name="scored">The answers.</param>
    /// <param name="scores">Where they go.</param>
    public void Read(IDataView scored, Span<double> scores)
    {
        DataViewSchema.Column column = scored.Schema[Name];
        using DataViewRowCursor cursor = scored.GetRowCursor([column]);
        if (IsVector)
        {
            ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(column);
            VBuffer<float> values = default;
            for (; cursor.MoveNext(); scores = scores[Names.Length..])
            {
                getter(ref values);
                for (int i = 0; i < Names.Length; i++)
                    scores[i] = values.GetItemOrDefault(i);
            }
        }
        else
        {
            ValueGetter<float> getter = cursor.GetGetter<float>(column);
            float value = 0;
            for (; cursor.MoveNext(); scores = scores[1..])
            {
                getter(ref value);
                scores[0] = value;
            }
        }
    }

    private static OutputKind KindOf(DataViewSchema.Column column)
    {
        ReadOnlyMemory<char> kind = default;
        if (column.Annotations.Schema.GetColumnOrNull("ScoreValueKind") is { Type: TextDataViewType })
            column.Annotations.GetValue("ScoreValueKind", ref kind);
        return kind.Span is "Probability" || (column.Name == Probability && column.Type == NumberDataViewType.Single) ? OutputKind.Probability : OutputKind.Score;
    }

    private static ImmutableArray<string> NamesOf(DataViewSchema.Column column, int width, ImmutableArray<string> classes)
    {
        if (!classes.IsDefaultOrEmpty)
        {
            if (width == 1 && classes.Length == 2)
                return [classes[1]];
            return classes.Length == width && classes.Distinct().Count() == width ? classes : throw new InvalidOptionException($"{nameof(MLModelOptions<>.Classes)} are {NameList.Names(classes)}, and column {column.Name} of the pipeline holds {width} {Noun.Of(width, "number")}; give each one a name of its own.");
        }

        if (width == 1)
            return [column.Name];
        foreach (string names in (ReadOnlySpan<string>)["SlotNames", "TrainingLabelValues"])
        {
            if (column.Annotations.Schema.GetColumnOrNull(names) is not { Type: VectorDataViewType { ItemType: TextDataViewType } type } || type.Size != width)
                continue;
            VBuffer<ReadOnlyMemory<char>> slots = default;
            column.Annotations.GetValue(names, ref slots);
            ImmutableArray<string> told = [.. slots.DenseValues().Select(name => name.ToString())];
            if (told.All(name => name.Length > 0) && told.Distinct().Count() == width)
                return told;
        }

        return [.. Enumerable.Range(0, width).Select(i => string.Create(CultureInfo.InvariantCulture, $"{column.Name}{i}"))];
    }
}
