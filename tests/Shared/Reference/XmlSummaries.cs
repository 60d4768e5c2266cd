using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TypedExplain.Tests.Support;

/// <summary>The documentation comments of an assembly, as the file beside it has them.</summary>
internal static partial class XmlSummaries
{
    private static readonly Dictionary<string, Dictionary<string, XElement>> s_files = [];

    /// <summary>The members of an assembly by their ids, such as <c>P:TypedExplain.Linex`1.Redraws</c>.</summary>
    public static IReadOnlyDictionary<string, XElement> Of(Assembly assembly)
    {
        string name = assembly.GetName().Name!;
        lock (s_files)
        {
            if (!s_files.TryGetValue(name, out Dictionary<string, XElement>? members))
            {
                XDocument document = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{name}.xml"), LoadOptions.PreserveWhitespace);
                s_files[name] = members = document.Descendants("member").DistinctBy(member => member.Attribute("name")!.Value).ToDictionary(member => member.Attribute("name")!.Value);
            }

            return members;
        }
    }

    /// <summary>The sentences of a property's summary; those of what it implements or overrides where it inherits them.</summary>
    public static string[] Sentences(PropertyInfo property)
    {
        Type type = property.DeclaringType!;
        foreach (Type owner in type.GetInterfaces().Prepend(type.BaseType!).Prepend(type))
        {
            Type open = owner.IsGenericType ? owner.GetGenericTypeDefinition() : owner;
            if (open.Assembly.GetName().Name!.StartsWith("TypedExplain", StringComparison.Ordinal) && Of(open.Assembly).TryGetValue($"P:{open.FullName!.Replace('+', '.')}.{property.Name}", out XElement? member) && member.Element("summary") is { } summary)
                return Sentence().Split(Text(summary));
        }

        return [];
    }

    /// <summary>The text of a summary on one line; names of code in backticks.</summary>
    public static string Text(XElement summary) => Space().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } reference => $"`{Short(reference.Value)}`",
        XElement { Name.LocalName: "see" } see => see.Attribute("langword")?.Value ?? see.Value,
        XElement { Name.LocalName: "paramref" or "typeparamref" } name => $"`{name.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    /// <summary>The name of a type, or of a member without its type: those of options are read beside it.</summary>
    private static string Short(string reference)
    {
        string path = Arity().Replace(reference[2..].Split('(')[0], "");
        return path[(path.LastIndexOf('.') + 1)..] + (reference[0] == 'T' && reference.Contains('`', StringComparison.Ordinal) ? "<T>" : "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<=[.)])\s+(?=[\p{Lu}`γα])")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
