using Microsoft.ML.OnnxRuntime;

namespace TypedExplain.Onnx;

/// <summary>Finds out which features fill which input of a model.</summary>
internal sealed class InputBinding<T>
    where T : IFeatureRecord<T>
{
    private readonly OnnxOptions<T> _options;
    private readonly TensorForm[] _inputs;
    private readonly List<Feature<T>>[] _features;

    private InputBinding(OnnxOptions<T> options, TensorForm[] inputs)
    {
        (_options, _inputs) = (options, inputs);
        _features = [.. inputs.Select(_ => new List<Feature<T>>())];
    }

    /// <summary>What each input of a session is filled with.</summary>
    /// <exception cref="InvalidModelException">Features and inputs do not fit together; the message says which.</exception>
    public static InputSource<T>[] Of(InferenceSession session, OnnxOptions<T> options)
    {
        TensorForm[] inputs = [.. session.InputNames.Select(name => TensorForm.Of(name, session.InputMetadata[name])
            ?? throw new InvalidModelException($"Input {name} of the model is a {session.InputMetadata[name].OnnxValueType}, and a record of {T.Schema.Name} fills tensors alone."))];
        if (inputs.Length == 0)
            throw new InvalidModelException("The model has no input, so it cannot depend on a record.");
        return new InputBinding<T>(options, inputs).Bind();
    }

    private InputSource<T>[] Bind()
    {
        CheckOptions();
        MediaFeature<T>?[] media = [.. _inputs.Select(Media)];

        // The only input takes everything, whatever it is called.
        bool isMatrix = _inputs.Length == 1 && media[0] is null && _options.Inputs.Count == 0;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if ((isMatrix && !_options.Unused.Contains(feature) ? 0 : Place(feature)) is int input)
                _features[input].Add(feature);
        }

        for (int i = 0; i < _inputs.Length; i++)
        {
            if (_features[i].Count == 0 && media[i] is null)
                throw new InvalidModelException($"Nothing of {T.Schema.Name} is known to fill input {_inputs[i]} of the model; {T.Schema} {MediaNames()}was looked through. Name a feature's input in {nameof(OnnxOptions<T>)}.{nameof(OnnxOptions<T>.Inputs)}.");
        }

        HashSet<Feature<T>> bound = [.. _features.SelectMany(features => features)];
        if (T.Schema.Features.FirstOrDefault(feature => !bound.Contains(feature) && !IsLeftOut(feature)) is { } left)
            throw new InvalidModelException($"The model has no input for {T.Schema.Name}.{left}; its inputs are {Listed.Names(_inputs)}. Name the input in {nameof(OnnxOptions<T>.Inputs)}, or list the feature in {nameof(OnnxOptions<T>.Unused)} if the model does not look at it.");
        foreach (MediaFeature<T> own in T.Schema.Media)
        {
            if (!media.Contains(own))
                throw new InvalidModelException($"The model has no input for {T.Schema.Name}.{own}, {own.Allowed}; its inputs are {Listed.Names(_inputs)}.");
        }

        return [.. _inputs.Select((input, i) => media[i] is { } own ? InputSources.Of(input, own) : InputSources.Of(input, _features[i], MarksMissing(_features[i], bound)))];
    }

    /// <summary>The input of a feature, by the options or by its name; null where neither tells.</summary>
    private int? Place(Feature<T> feature)
    {
        if (_options.Inputs.TryGetValue(feature, out string? name))
        {
            int given = Array.FindIndex(_inputs, input => input.Name == name);
            return given >= 0 ? given : throw new InvalidModelException($"{nameof(OnnxOptions<T>)} gives {T.Schema.Name}.{feature} the input {name}, and the model has none of that name; its inputs are {Listed.Names(_inputs)}.");
        }

        if (_options.Unused.Contains(feature))
            return null;
        return Find(Names.Key(feature.Name), feature) ?? Find(Names.Key(Names.Root(feature.Name)), feature);
    }

    private int? Find(string key, Feature<T> feature)
    {
        int[] found = [.. Enumerable.Range(0, _inputs.Length).Where(input => Names.Key(_inputs[input].Name) == key)];
        return found.Length switch
        {
            0 => null,
            1 => found[0],
            _ => throw new InvalidModelException($"{T.Schema.Name}.{feature} could fill each of the inputs {Listed.Names(found.Select(input => _inputs[input].Name))}; say which in {nameof(OnnxOptions<T>.Inputs)}."),
        };
    }

    private MediaFeature<T>? Media(TensorForm input)
    {
        MediaFeature<T>? named = T.Schema.Media.FirstOrDefault(media => Names.Key(media.Name) == Names.Key(input.Name));

        // A record of one text or image alone, and a model of one input, can only mean each other.
        return named ?? (T.Schema.Features.IsEmpty && T.Schema.Media.Length == 1 && _inputs.Length == 1 ? T.Schema.Media[0] : null);
    }

    private void CheckOptions()
    {
        foreach (Feature<T> feature in _options.Inputs.Keys.Concat(_options.Unused))
        {
            if (feature.Index >= T.Schema.Features.Length || T.Schema.Features[feature.Index] != feature)
                throw new InvalidOptionException($"{feature} is no feature of the schema of {T.Schema.Name}.");
        }
    }

    // A missing value can be told by a feature of its own, or by what stands in its own input.
    private bool IsLeftOut(Feature<T> feature) => _options.Unused.Contains(feature) || feature.Kind == FeatureKind.Missing;

    private static bool MarksMissing(List<Feature<T>> features, HashSet<Feature<T>> bound) =>
        features.Exists(feature => T.Schema.IsNullable(feature) && !T.Schema.Features.Any(flag =>
            flag.Kind == FeatureKind.Missing && flag.Index > feature.Index && flag.Index - flag.Covers <= feature.Index && bound.Contains(flag)));

    private static string MediaNames() => T.Schema.Media.IsEmpty ? "" : $"with {Listed.Names(T.Schema.Media)} ";
}
