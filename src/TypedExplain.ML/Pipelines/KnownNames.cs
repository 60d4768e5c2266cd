using Microsoft.ML;
using Microsoft.ML.Data;
using TypedExplain.Errors;
using TypedExplain.ML.Views;
using TypedExplain.Schema.Rows;

namespace TypedExplain.ML.Pipelines;

/// <summary>
/// Looks whether a pipeline knows the names of categories: one that never saw a text goes on without an error, as though the value were
/// missing, so a name in another case would score every record alike.
/// </summary>
/// <param name="model">The pipeline.</param>
/// <param name="columns">What fills its columns.</param>
internal sealed class KnownNames<T>(ITransformer model, ViewColumn<T>[] columns)
    where T : IFeatureRecord<T>
{
    // Texts that nobody trains on. A pipeline that tells them apart, by hashes or by letters, has no list of names.
    private static readonly string[] s_unseen = ["\u0001", "\u0002\u0003 \u0004", "\u0005\u0006\u0007\u0006\u0005", "\u000e\u000f\u0010 \u0011 \u0012\u0013"];

    /// <summary>Refuses a column of texts of which the pipeline treats a category as one that it never saw.</summary>
    /// <param name="isUsed">Whether answers are made of a column.</param>
    /// <exception cref="InvalidModelException">There is one; the message names the categories.</exception>
    public void Require(Predicate<string> isUsed)
    {
        foreach (ViewColumn<T> column in columns)
        {
            if (column.Type is not TextDataViewType || column.Features.ToArray() is not [{ Categories.IsEmpty: false } feature] || !isUsed(column.Name))
                continue;
            double[][] known = Read(feature, column, column.Name);
            double[][][] unseen = [.. s_unseen.Select(text => Read(feature, new ValueColumn<T, ReadOnlyMemory<char>>(column.Name, column.Type, [], (_, _) => text.AsMemory()), column.Name))];
            if (!unseen.All(other => Same(other[0], unseen[0][0])))
                continue;
            string[] names = [.. feature.Categories.Where((_, i) => Same(known[i], unseen[0][i]))];
            if (names.Length > 0)
                throw new InvalidModelException($"Column {column.Name} of the pipeline is filled with the names of {T.Schema.Name}.{feature}, and what the pipeline does with {NameList.Names(names)} is what it does with a text that it was never trained on. Name {Noun.Of(names.Length, "it", "them")} as the training data did, upper and lower case included, or set {nameof(MLModelOptions<>)}.{nameof(MLModelOptions<>.UnknownCategoriesAreMissing)} to have {Noun.Of(names.Length, "it", "them")} count as missing, as ML.NET does.");
        }
    }

    /// <summary>For each category of a feature the numbers that the pipeline makes of it.</summary>
    private double[][] Read(Feature<T> feature, ViewColumn<T> column, string name)
    {
        ViewColumn<T>[] own = [.. columns.Select(other => other.Name == name ? column : other)];
        double[] rows = new double[feature.Categories.Length * T.Schema.Columns];
        for (int category = 0; category < feature.Categories.Length; category++)
        {
            Span<double> row = rows.AsSpan(category * T.Schema.Columns, T.Schema.Columns);
            TrialRecords<T>.Rows(1, row);
            if (feature.Kind == FeatureKind.Category)
                feature.WriteCategory(category, row.Slice(feature.Column, feature.ColumnCount));
            else
                row[feature.Column] = category;
        }

        // Records are made of trial rows, since a record may have texts.
        EncodedRows<T> encoded = TrialRecords<T>.Over(rows);
        DataViewSchema schema = RecordView<T>.SchemaOf(own);
        IRowToRowMapper mapper = model.GetRowToRowMapper(schema);
        IDataView made = model.Transform(new RecordView<T>(own, schema, new(encoded, own.Any(other => other.AsksRecords))));
        List<double>[] numbers = [.. feature.Categories.Select(_ => new List<double>())];
        for (int i = 0; i < mapper.OutputSchema.Count && i < made.Schema.Count; i++)
        {
            if (IsRead(made.Schema[i].Type) && mapper.GetDependencies([mapper.OutputSchema[i]]).Any(input => input.Name == name))
                Read(made, made.Schema[i], numbers);
        }

        return [.. numbers.Select(list => list.ToArray())];
    }

    private static bool IsRead(DataViewType type) => type == NumberDataViewType.Single || (type is KeyDataViewType && type.RawType == typeof(uint))
        || (type is VectorDataViewType { IsKnownSize: true } vector && vector.ItemType == NumberDataViewType.Single);

    private static void Read(IDataView made, DataViewSchema.Column column, List<double>[] numbers)
    {
        using DataViewRowCursor cursor = made.GetRowCursor([column]);
        Func<IEnumerable<double>> read = column.Type switch
        {
            KeyDataViewType => One(cursor.GetGetter<uint>(column), key => key),
            VectorDataViewType => Many(cursor.GetGetter<VBuffer<float>>(column)),
            _ => One(cursor.GetGetter<float>(column), number => number),
        };
        for (int row = 0; cursor.MoveNext(); row++)
            numbers[row].AddRange(read());
    }

    private static Func<IEnumerable<double>> One<TValue>(ValueGetter<TValue> getter, Func<TValue, double> convert)
    {
        TValue value = default!;
        return () =>
        {
            getter(ref value);
            return [convert(value)];
        };
    }

    private static Func<IEnumerable<double>> Many(ValueGetter<VBuffer<float>> getter)
    {
        VBuffer<float> values = default;
        return () =>
        {
            getter(ref values);
            return values.DenseValues().Select(number => (double)number);
        };
    }

    private static bool Same(double[] one, double[] another) => one.Length == another.Length && one.Zip(another).All(pair => pair.First.Equals(pair.Second));
}
