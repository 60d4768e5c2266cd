using System.ComponentModel;
using System.Globalization;
using System.Resources;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>A reason that a person may be told, as the record's annotations state it. The generator adds its code as a member of an enum.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Reason<T>
    where T : IFeatureRecord<T>
{
    private readonly string? _text;
    private readonly ResourceManager? _resources;
    private readonly string _name;

    /// <summary>For generated code: a reason with its text.</summary>
    /// <param name="code">The code.</param>
    /// <param name="text">The text.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Reason(string code, string text)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(text);
        (CodeText, _text, _name) = (code, VisibleText.Name(text), code);
    }

    /// <summary>For generated code: a reason whose texts stand in resource files.</summary>
    /// <param name="code">The code.</param>
    /// <param name="resources">The resources.</param>
    /// <param name="name">The name of the text in them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Reason(string code, ResourceManager resources, string name)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(name);
        (CodeText, _resources, _name) = (code, resources, name);
    }

    private Reason(string code, string? text, ResourceManager? resources, string name) =>
        (CodeText, _text, _resources, _name) = (code, text, resources, name);

    /// <summary>The code as it was stated, such as "R07"; <c>Code</c> has it as a member of the record's enum.</summary>
    public string CodeText { get; }

    /// <summary>Position among the reasons of the record, from 0, in the order in which its annotations name them.</summary>
    public int Index { get; internal set; }

    /// <summary>The text; where it stands in resource files, that of the default language.</summary>
    /// <exception cref="InvalidOperationException">The resource files have no such text.</exception>
    public string Text => TextIn(CultureInfo.InvariantCulture);

    /// <summary>The text in a language. A text that stands in the annotation itself is the same in all.</summary>
    /// <param name="culture">The culture; "fr-CA" has the texts of "fr", but never those of the default language.</param>
    /// <exception cref="InvalidOperationException">The resource files have no text in that language.</exception>
    public string TextIn(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return _text ?? Find(culture)
            ?? throw new InvalidOperationException(culture == CultureInfo.InvariantCulture
                ? $"The reason {CodeText} of {T.Schema.Name} has no text: the resources {_resources!.BaseName} have none under the name {_name}. Add it there."
                : $"The reason {CodeText} of {T.Schema.Name} has no text in the language {culture.Name}: the resources {_resources!.BaseName} have none under the name {_name}. Add it there, or ask for a language that they have.");
    }

    /// <summary>Whether there is a text in a language.</summary>
    /// <param name="culture">The culture.</param>
    public bool HasTextIn(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return _text is not null || Find(culture) is not null;
    }

    /// <summary>For generated code: the same reason of a record that has this one inside.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="code">The code.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Reason<T> Of<TInner>(string code)
        where TInner : IFeatureRecord<TInner>
    {
        Reason<TInner> inner = TInner.Schema.Reasons.First(reason => reason.CodeText == code);
        return new(code, inner._text, inner._resources, inner._name);
    }

    /// <summary>The code and the text.</summary>
    public override string ToString() => $"{CodeText}: {_text ?? Find(CultureInfo.InvariantCulture) ?? "(no text)"}";

    // A resource manager falls back to the default language in silence; a letter in the wrong language is not what was asked for.
    private string? Find(CultureInfo culture)
    {
        for (CultureInfo language = culture; ; language = language.Parent)
        {
            if (_resources!.GetResourceSet(language, createIfNotExists: true, tryParents: false)?.GetString(_name) is { } found)
                return found;
            if (language.Parent.Equals(language) || language.Parent.Equals(CultureInfo.InvariantCulture))
                return null;
        }
    }
}
