using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedExplain;

/// <summary>
/// Lets <see cref="JsonSerializer"/> write results as <see cref="IJsonResult.ToJson"/> does, protected values included. Every
/// result has it, so nothing needs to be set up to write one. It does not know of which record a result is to be read:
/// add a <see cref="ResultConverter{TResult}"/> to the converters of the options for that.
/// </summary>
public sealed class ResultConverter : JsonConverter<IJsonResult>
{
    /// <summary>Whether a type is a result.</summary>
    /// <param name="typeToConvert">The type.</param>
    public override bool CanConvert(Type typeToConvert) => typeof(IJsonResult).IsAssignableFrom(typeToConvert);

    /// <summary>Refuses to read.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="typeToConvert">The result.</param>
    /// <param name="options">Options of the serializer.</param>
    /// <exception cref="JsonException">Always; the message says what to do.</exception>
    public override IJsonResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("To read this result, add new ResultConverter<TResult>() of it to the Converters of the options, such as new ResultConverter<Explanation<LoanApplication>>(); or call FromJson of the result.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IJsonResult value, JsonSerializerOptions options) => Write(writer, value, ProtectedValues.Kept);

    /// <summary>Writes a result with the writer's own indentation and escapes.</summary>
    internal static void Write(Utf8JsonWriter writer, IJsonResult value, ProtectedValues protectedValues)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        JsonElement.Parse(value.ToJson(protectedValues)).WriteTo(writer);
    }
}

/// <summary>Lets <see cref="JsonSerializer"/> read and write one result.</summary>
/// <typeparam name="TResult">The result, such as an explanation of a record.</typeparam>
/// <param name="protectedValues">What becomes of protected features in what is written.</param>
public sealed class ResultConverter<TResult>(ProtectedValues protectedValues) : JsonConverter<TResult>
    where TResult : class, IJsonResult<TResult>
{
    /// <summary>A converter that keeps protected values.</summary>
    public ResultConverter()
        : this(ProtectedValues.Kept)
    {
    }

    /// <summary>Reads a result.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="typeToConvert">The result.</param>
    /// <param name="options">Options of the serializer.</param>
    /// <exception cref="JsonException">The text is not such a result; what is wrong is the inner exception.</exception>
    public override TResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = JsonElement.ParseValue(ref reader).GetRawText();
        try
        {
            return TResult.FromJson(text);
        }
        catch (InvalidJsonException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TResult value, JsonSerializerOptions options) => ResultConverter.Write(writer, value, protectedValues);
}
