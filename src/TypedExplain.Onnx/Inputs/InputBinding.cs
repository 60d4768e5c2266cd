using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Media;
using TypedExplain.Onnx.Runtime;
using TypedExplain.Schema.Values;

namespace TypedExplain.Onnx.Inputs;

/// <summary>Finds out which features fill which input of a model.</summary>
internal sealed class InputBinding<T>
    where T : IFeatureRecord<T>
{
    private readonly OnnxOptions<T> _options;
    private readonly TensorForm[] _inputs;
    private readonly bool[] _isNeeded;
    private readonly ImmutableArray<string> _columns;
    private readonly List<Feature<T>>[] _features;

    private InputBinding(OnnxOptions<T> options, TensorForm[] inputs, bool[] isNeeded, ImmutableArray<string> columns)
    {
        (_options, _inputs, _isNeeded, _columns) = (options, inputs, isNeeded, columns);
        _features = [.. inputs.Select(_ => new List<Feature<T>>())];
    }

    /// <summary>What each input of a model is filled with.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="isNeeded">Which of them the output depends on.</param>
    /// <param name="columns">The names of a single matrix's columns; none where the model does not tell.</param>
    /// <param name="options">How names are joined.</param>
    /// <exception cref="InvalidModelException">Features and inputs do not fit together; the message says which.</exception>
    public static BoundInput<T>[] Of(TensorForm[] inputs, Func<string, bool> isNeeded, ImmutableArray<string> columns, OnnxOptions<T> options)
    {
        bool[] needed = [.. inputs.Select(input => isNeeded(input.Name))];
        if (!needed.Contains(true))
            throw new InvalidModelException("The model has no input that its output depends on, so it cannot depend on a record.");
        return new InputBinding<T>(options, inputs, needed, columns).Bind();
    }

    private BoundInput<T>[] Bind()
    {
        CheckOptions();
        MediaFeature<T>?[] media = [.. _inputs.Select(Media)];
        int? matrix = Matrix(media);
        if (matrix is { } only)
            _features[only].AddRange(MatrixFeatures(_inputs[only]));
        else
            BindByName();

        for (int i = 0; i < _inputs.Length; i++)
        {
            if (_isNeeded[i] && _features[i].Count == 0 && media[i] is null)
                throw new InvalidModelException($"Nothing of {T.Schema.Name} is known to fill input {_inputs[i]} of the model; {T.Schema} {MediaNames()}was looked through. Name a feature's input in {nameof(OnnxOptions<T>)}.{nameof(OnnxOptions<T>.Inputs)}.");
        }

        HashSet<Feature<T>> bound = [.. _features.SelectMany(features => features)];
        if (T.Schema.Features.FirstOrDefault(feature => !bound.Contains(feature) && !IsLeftOut(feature)) is { } left)
            throw new InvalidModelException($"The model has no input for {T.Schema.Name}.{left}; its inputs are {NameList.Names(_inputs)}. Name the input in {nameof(OnnxOptions<T>.Inputs)}, or list the feature in {nameof(OnnxOptions<T>.Unused)} if the model does not look at it.");
        foreach (MediaFeature<T> own in T.Schema.Media)
        {
            if (!media.Contains(own))
                throw new InvalidModelException($"The model has no input for {T.Schema.Name}.{own}, {own.Allowed}; its inputs are {NameList.Names(_inputs)}. Rename the property to the input that it is for, or mark it [NotAFeature] if the model does not look at it.");
        }

        if (matrix is { } named)
            ColumnOrder.Check(_inputs[named], _columns, _features[named]);
        return [.. _inputs.Select((input, i) => new BoundInput<T>(input, _features[i], media[i], MarksMissing(_features[i], bound), _isNeeded[i]))];
    }

    /// <summary>The input that takes everything, whatever it is called: the only one that the output depends on. Null where names decide.</summary>
    private int? Matrix(MediaFeature<T>?[] media)
    {
        int[] needed = [.. Enumerable.Range(0, _inputs.Length).Where(i => _isNeeded[i])];
        if (needed is not [var only] || media[only] is not null || _options.Inputs.Count > 0)
            return null;
        bool isNamed = _inputs.Length > 1 && T.Schema.Features.Any(feature => IsNamed(only, feature.Name) || IsNamed(only, InputNames.Root(feature.Name)));
        return isNamed ? null : only;
    }

    private bool IsNamed(int input, string name) => NameKey.Of(_inputs[input].Name) == NameKey.Of(name);

    /// <summary>All features that the model looks at; those that say what is missing only if the input has room for them, since NaN says it too.</summary>
    private Feature<T>[] MatrixFeatures(TensorForm matrix)
    {
        Feature<T>[] all = [.. T.Schema.Features.Where(feature => !_options.Unused.Contains(feature))], values = [.. all.Where(feature => feature.Kind != FeatureKind.Missing)];
        return matrix.Rank == 1 || (matrix.Rank == 2 && matrix.Shape[1] == Width(values)) ? values : all;
    }

    private static int Width(Feature<T>[] features) => features.Sum(feature => feature.ColumnCount);

    private void BindByName()
    {
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (Place(feature) is { } input)
                _features[input].Add(feature);
        }
    }

    /// <summary>The input of a feature, by the options or by its name; null where neither tells.</summary>
    private int? Place(Feature<T> feature)
    {
        if (_options.Inputs.TryGetValue(feature, out string? name))
        {
            int given = Array.FindIndex(_inputs, input => input.Name == name);
            return given >= 0 ? given : throw new InvalidModelException($"{nameof(OnnxOptions<T>)} gives {T.Schema.Name}.{feature} the input {name}, and the model has none of that name; its inputs are {NameList.Names(_inputs)}.");
        }

        if (_options.Unused.Contains(feature))
            return null;
        return Find(NameKey.Of(feature.Name), feature) ?? Find(NameKey.Of(InputNames.Root(feature.Name)), feature);
    }

    private int? Find(string key, Feature<T> feature)
    {
        int[] found = [.. Enumerable.Range(0, _inputs.Length).Where(input => NameKey.Of(_inputs[input].Name) == key)];
        return found.Length switch
        {
            0 => null,
            1 => found[0],
            _ => throw new InvalidModelException($"{T.Schema.Name}.{feature} could fill each of the inputs {NameList.Names(found.Select(input => _inputs[input].Name))}; say which in {nameof(OnnxOptions<T>.Inputs)}."),
        };
    }

    private MediaFeature<T>? Media(TensorForm input)
    {
        MediaFeature<T>? named = T.Schema.Media.FirstOrDefault(media => NameKey.Of(media.Name) == NameKey.Of(input.Name));

        // If the record is a single text or image and the model has a single input, they are bound to each other.
        return named ?? (T.Schema.Features.IsEmpty && T.Schema.Media.Length == 1 && _inputs.Length == 1 ? T.Schema.Media[0] : null);
    }

    private void CheckOptions()
    {
        if (_options.Inputs is null)
            throw new InvalidOptionException($"{nameof(OnnxOptions<>.Inputs)} is null; give an empty dictionary to have inputs found by their names.");
        if (_options.Unused.IsDefault || _options.Unused.Contains(null!))
            throw new InvalidOptionException($"{nameof(OnnxOptions<>.Unused)} holds a null, or is no list; give an empty one for none.");
        foreach (Feature<T> feature in _options.Inputs.Keys.Concat(_options.Unused))
        {
            if (feature.Index >= T.Schema.Features.Length || T.Schema.Features[feature.Index] != feature)
                throw new InvalidOptionException($"{feature} is not a feature of the schema of {T.Schema.Name}.");
        }
    }

    // A missing value can be told by a feature of its own, or by what stands in its own input.
    private bool IsLeftOut(Feature<T> feature) => _options.Unused.Contains(feature) || feature.Kind == FeatureKind.Missing;

    private static bool MarksMissing(List<Feature<T>> features, HashSet<Feature<T>> bound) =>
        features.Exists(feature => T.Schema.IsNullable(feature) && !T.Schema.Features.Any(flag =>
            flag.Kind == FeatureKind.Missing && flag.Index > feature.Index && flag.Index - flag.Covers <= feature.Index && bound.Contains(flag)));

    private static string MediaNames() => T.Schema.Media.IsEmpty ? "" : $"with {NameList.Names(T.Schema.Media)} ";
}
