using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TypedExplain.Errors;
using TypedExplain.Media;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Inputs;

/// <summary>Makes the source of an input, once it is known what fills it; refuses what does not fit.</summary>
internal static class InputSources
{
    /// <summary>What each input of a session is filled with.</summary>
    /// <param name="session">The session.</param>
    /// <param name="isNeeded">Which inputs the output depends on.</param>
    /// <param name="options">How names are joined.</param>
    /// <param name="read">The features that fill inputs on which the output depends.</param>
    /// <exception cref="InvalidModelException">Features and inputs do not fit together; the message says which.</exception>
    public static InputSource<T>[] Of<T>(InferenceSession session, Func<string, bool> isNeeded, OnnxOptions<T> options, out HashSet<Feature<T>> read)
        where T : IFeatureRecord<T>
    {
        TensorForm[] inputs = [.. session.InputNames.Select(name => TensorForm.Of(name, session.InputMetadata[name])
            ?? throw new InvalidModelException($"Input {name} of the model is a {session.InputMetadata[name].OnnxValueType}, and a record of {T.Schema.Name} fills only tensors."))];
        BoundInput<T>[] bound = InputBinding<T>.Of(inputs, isNeeded, ColumnOrder.Stored(session.ModelMetadata.CustomMetadataMap), options);
        read = [.. bound.Where(input => input.IsNeeded).SelectMany(input => input.Features)];
        return [.. bound.Select(Of)];
    }

    private static InputSource<T> Of<T>(BoundInput<T> input)
        where T : IFeatureRecord<T> =>
        !input.IsNeeded ? new ZeroInput<T>(input.Form) : input.Media is { } media ? Of(input.Form, media) : Of(input.Form, input.Features, input.MarksMissing);

    /// <summary>The source of an input that features fill.</summary>
    public static InputSource<T> Of<T>(TensorForm form, List<Feature<T>> filling, bool marksMissing)
        where T : IFeatureRecord<T>
    {
        Feature<T>[] features = [.. filling];
        bool takesNames = form.Type == TensorElementType.String;
        CheckShape(form, features, takesNames ? features.Length : features.Sum(feature => feature.ColumnCount), takesNames);
        foreach (Feature<T> feature in features)
            CheckType(form, feature, marksMissing);
        return form.Type switch
        {
            TensorElementType.Float => new NumberInput<T, float, SingleElement>(form, features, marksMissing),
            TensorElementType.Double => new NumberInput<T, double, DoubleElement>(form, features, marksMissing),
            TensorElementType.Int64 => new NumberInput<T, long, LongElement>(form, features, marksMissing),
            TensorElementType.Int32 => new NumberInput<T, int, IntElement>(form, features, marksMissing),
            TensorElementType.Bool => new NumberInput<T, bool, BoolElement>(form, features, marksMissing),
            TensorElementType.String => new NameInput<T>(form, features),
            _ => throw Refused(form, features[0], "float, double, int64, int32, bool and string are known"),
        };
    }

    /// <summary>The source of an input that a text or an image fills.</summary>
    public static InputSource<T> Of<T>(TensorForm form, MediaFeature<T> media)
        where T : IFeatureRecord<T>
    {
        if (media.Shape is not { } shape)
        {
            return form.Type == TensorElementType.String && (form.Rank == 1 || (form.Rank == 2 && form.Shape[1] is 1 or -1))
                ? new TextInput<T>(form, media)
                : throw new InvalidModelException($"{T.Schema.Name}.{media} is a text, and input {form} of the model takes no strings of shape [n] or [n, 1].");
        }

        bool last = Fits(form, shape.Height, shape.Width, shape.Channels), first = Fits(form, shape.Channels, shape.Height, shape.Width);
        if (form.Type != TensorElementType.Float || !(last || first))
            throw new InvalidModelException($"{T.Schema.Name}.{media} is {media.Allowed}, and input {form} of the model takes neither float [n, {shape.Height}, {shape.Width}, {shape.Channels}] nor float [n, {shape.Channels}, {shape.Height}, {shape.Width}].");
        return new ImageInput<T>(form, media, channelsFirst: !last);
    }

    private static bool Fits(TensorForm form, params ReadOnlySpan<int> shape)
    {
        if (form.Rank != shape.Length + 1)
            return false;
        for (int i = 0; i < shape.Length; i++)
        {
            if (form.Shape[i + 1] != shape[i] && form.Shape[i + 1] >= 0)
                return false;
        }

        return true;
    }

    private static void CheckShape<T>(TensorForm form, Feature<T>[] features, int width, bool takesNames)
        where T : IFeatureRecord<T>
    {
        bool fits = form.Rank switch
        {
            1 => width == 1,
            2 => form.Shape[1] < 0 || form.Shape[1] == width,
            _ => false,
        };
        if (fits)
            return;
        string names = features.Length == 1 ? $"{T.Schema.Name}.{features[0]}" : T.Schema.Name;
        string hint = takesNames || features.All(feature => feature.ColumnCount == 1) ? "" : " A category fills one column per name unless [EncodedAs] says otherwise.";
        string each = features.Length == 1 ? "" : $": {NameList.Names(features, feature => string.Create(CultureInfo.InvariantCulture, $"{feature} {(takesNames ? 1 : feature.ColumnCount)}"))}";
        string remedy = features.Length == 1 ? "" : $" List in {nameof(OnnxOptions<>.Unused)} what the model does not look at, or name the inputs of features in {nameof(OnnxOptions<>.Inputs)}.";
        throw new InvalidModelException($"{names} fills {TensorForm.Text([-1, width])}, and input {form} of the model has another shape{each}.{hint}{remedy}");
    }

    private static void CheckType<T>(TensorForm form, Feature<T> feature, bool marksMissing)
        where T : IFeatureRecord<T>
    {
        bool isWhole = feature.Kind != FeatureKind.Real && (feature.Kind != FeatureKind.Category || feature.Encoding != CategoryEncoding.Given);
        bool isFlag = feature.Kind is FeatureKind.Flag or FeatureKind.Missing || (feature.Kind == FeatureKind.Category && feature.Encoding is CategoryEncoding.OneHot or CategoryEncoding.Binary);
        switch (form.Type)
        {
            case TensorElementType.String when feature.Kind is not (FeatureKind.Category or FeatureKind.Ordinal):
                throw Refused(form, feature, "strings are the names of categories and ranks");
            case TensorElementType.Int64 or TensorElementType.Int32 when !isWhole:
                throw Refused(form, feature, "a whole number would lose its fraction");
            case TensorElementType.Int32 when feature.IsNumeric && !(feature.Limits.Minimum >= int.MinValue && feature.Limits.Maximum <= int.MaxValue):
                throw Refused(form, feature, $"values may be {feature.Limits}, which 32 bits cannot hold");
            case TensorElementType.Bool when !isFlag:
                throw Refused(form, feature, "only flags are true or false");
            case TensorElementType.Int64 or TensorElementType.Int32 or TensorElementType.Bool when marksMissing && T.Schema.IsNullable(feature):
                throw Refused(form, feature, $"nothing of that type stands for a missing value, and no input takes {feature}{Feature<T>.MissingSuffix}");
        }
    }

    private static InvalidModelException Refused<T>(TensorForm form, Feature<T> feature, string reason)
        where T : IFeatureRecord<T> =>
        new($"{T.Schema.Name}.{feature}, of kind {feature.Kind}, cannot fill input {form} of the model: {reason}.");
}
