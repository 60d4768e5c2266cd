using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.ML.Trees;
using TypedExplain.Schema.Values;

namespace TypedExplain.ML.Features;

/// <summary>Finds out what of a record fills which column of a file's model: by names, as inputs of ONNX models are found, or by order where the file has no names.</summary>
/// <param name="file">The file.</param>
/// <param name="options">What names do not tell.</param>
internal sealed class FileColumns<T>(FileForest file, TreeFileOptions<T> options)
    where T : IFeatureRecord<T>
{
    private readonly HashSet<Feature<T>> _bound = [];

    /// <summary>What fills each column; null for one that no tree asks about.</summary>
    /// <exception cref="InvalidModelException">The file and the record do not fit together; the message says where.</exception>
    public ColumnSource<T>?[] Bind()
    {
        CheckOptions();
        (Feature<T> Feature, int? Column)?[] slots = file.AreColumnsNumbered && options.Inputs.Count == 0 ? InOrder() : ByName();
        bool[] isAsked = new bool[file.Columns.Length];
        foreach (FileTree tree in file.Trees)
        {
            foreach (FileQuestion question in tree.Questions)
                isAsked[question.Column] = true;
        }

        foreach ((Feature<T> feature, int? _) in slots.OfType<(Feature<T>, int?)>())
            _bound.Add(feature);
        for (int i = 0; i < slots.Length; i++)
        {
            if (isAsked[i] && slots[i] is null)
                throw new InvalidModelException($"The trees of the model ask about its column {file.Columns[i]}, and nothing of {T.Schema.Name} is known to fill it; {T.Schema} was looked through. Rename a property, or name the column of a feature in {nameof(TreeFileOptions<>)}.{nameof(TreeFileOptions<>.Inputs)}.");
        }

        if (T.Schema.Features.FirstOrDefault(feature => !_bound.Contains(feature) && feature.Kind != FeatureKind.Missing && !options.Unused.Contains(feature)) is { } left)
            throw new InvalidModelException($"The model has no column for {T.Schema.Name}.{left}; its columns are {NameList.Names(file.Columns)}. Name the column in {nameof(TreeFileOptions<>.Inputs)}, or list the feature in {nameof(TreeFileOptions<>.Unused)} if the model was trained without it.");
        return [.. slots.Select((slot, i) => isAsked[i] && slot is { } own ? Source(i, own.Feature, own.Column) : null)];
    }

    private (Feature<T>, int?)?[] InOrder()
    {
        Feature<T>[] all = [.. T.Schema.Features.Where(feature => !options.Unused.Contains(feature))], values = [.. all.Where(feature => feature.Kind != FeatureKind.Missing)];
        int width = file.Columns.Length;
        Feature<T>[] filling = Width(values) == width ? values : all;
        if (Width(filling) != width && Array.TrueForAll(values, feature => feature.Kind == FeatureKind.Category || feature.ColumnCount == 1) && values.Length == width)
            return [.. values.Select(feature => ((Feature<T>, int?)?)(feature, null))];
        if (Width(filling) != width)
            throw new InvalidModelException($"The columns of the model have no names, so their order tells what they are; there are {width}, and {T.Schema} fills {Width(values)}{(Width(all) == Width(values) ? "" : $", or {Width(all)} with what says that values are missing")}{(values.Length == Width(values) ? "" : $", or {values.Length} with a number for each category")}. Train with the names of the columns, or list features that the model was trained without in {nameof(TreeFileOptions<>)}.{nameof(TreeFileOptions<>.Unused)}.");
        return [.. filling.SelectMany(feature => Enumerable.Range(0, feature.ColumnCount).Select(i => ((Feature<T>, int?)?)(feature, feature.ColumnCount == 1 ? null : i)))];
    }

    private static int Width(Feature<T>[] features) => features.Sum(feature => feature.ColumnCount);

    private (Feature<T>, int?)?[] ByName()
    {
        Dictionary<string, List<(Feature<T>, int?)>> byKey = [];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (options.Unused.Contains(feature) || options.Inputs.ContainsKey(feature))
                continue;
            Add(feature.Name, feature, null);
            for (int i = 0; i < feature.ColumnCount && feature.Kind == FeatureKind.Category; i++)
            {
                if (feature.Encoding == CategoryEncoding.OneHot)
                    Add(feature.Name + feature.Categories[i], feature, i);
                else if (feature.Encoding == CategoryEncoding.Binary)
                    Add(feature.Name + i.ToString(System.Globalization.CultureInfo.InvariantCulture), feature, i);
            }
        }

        (Feature<T>, int?)?[] slots = new (Feature<T>, int?)?[file.Columns.Length];
        foreach ((Feature<T> feature, string name) in options.Inputs)
        {
            int place = file.Columns.IndexOf(name);
            slots[place >= 0 ? place : throw new InvalidModelException($"{nameof(TreeFileOptions<>)} gives {T.Schema.Name}.{feature} the column {name}, and the model has none of that name; its columns are {NameList.Names(file.Columns)}.")] = (feature, null);
        }

        Dictionary<(Feature<T>, int?), int> taken = [];
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i] is not null || !byKey.TryGetValue(NameKey.Of(file.Columns[i]), out List<(Feature<T> Feature, int? Column)>? found))
                continue;
            if (found.Count > 1)
                throw new InvalidModelException($"Column {file.Columns[i]} of the model could be {NameList.Names(found.Select(own => $"{T.Schema.Name}.{own.Feature}"))}; say which in {nameof(TreeFileOptions<>)}.{nameof(TreeFileOptions<>.Inputs)}.");
            if (!taken.TryAdd(found[0], i))
                throw new InvalidModelException($"{T.Schema.Name}.{found[0].Feature} could fill each of the columns {file.Columns[taken[found[0]]]} and {file.Columns[i]} of the model; say which in {nameof(TreeFileOptions<>)}.{nameof(TreeFileOptions<>.Inputs)}.");
            slots[i] = found[0];
        }

        return slots;

        void Add(string name, Feature<T> feature, int? column)
        {
            string key = NameKey.Of(name);
            if (byKey.TryGetValue(key, out List<(Feature<T>, int?)>? found))
                found.Add((feature, column));
            else
                byKey.Add(key, [(feature, column)]);
        }
    }

    private ColumnSource<T> Source(int place, Feature<T> feature, int? column)
    {
        bool isMarked = T.Schema.IsNullable(feature) && !T.Schema.Features.Any(flag =>
            flag.Kind == FeatureKind.Missing && flag.Index > feature.Index && flag.Index - flag.Covers <= feature.Index && _bound.Contains(flag));
        ImmutableArray<int> flags = isMarked ? [.. T.Schema.MissingColumns(feature)] : [];

        // A category that is missing is none of them: 0 in each column of its own, as an encoded row has it.
        if (column is { } one)
            return new(feature, feature.Column + one) { Flags = feature.Encoding == CategoryEncoding.OneHot ? [] : flags };
        return new(feature, feature.Column) { Flags = flags, Codes = new CategoryCodes<T>(file, options).Of(place, feature) };
    }

    private void CheckOptions()
    {
        if (options.Inputs is null)
            throw new InvalidOptionException($"{nameof(TreeFileOptions<>.Inputs)} is null; give an empty dictionary to have columns found by their names.");
        if (options.Unused.IsDefault || options.Unused.Contains(null!))
            throw new InvalidOptionException($"{nameof(TreeFileOptions<>.Unused)} holds a null, or is no list; give an empty one for none.");
        foreach (Feature<T> feature in options.Inputs.Keys.Concat(options.Unused))
        {
            if (feature.Index >= T.Schema.Features.Length || T.Schema.Features[feature.Index] != feature)
                throw new InvalidOptionException($"{feature} is not a feature of the schema of {T.Schema.Name}.");
        }
    }
}
