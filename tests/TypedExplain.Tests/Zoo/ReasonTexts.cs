using System.Globalization;
using System.Resources;

namespace TypedExplain.Tests.Zoo;

/// <summary>Texts in two languages, as a .resx file would give them.</summary>
internal static class ReasonTexts
{
    internal static ResourceManager ResourceManager { get; } = new InMemory();

    internal static string NoPurpose => ResourceManager.GetString(nameof(NoPurpose), CultureInfo.InvariantCulture)!;

    private sealed class InMemory : ResourceManager
    {
        public override ResourceSet? GetResourceSet(CultureInfo culture, bool createIfNotExists, bool tryParents) => culture.Name switch
        {
            "" => SetOf("the text of NoPurpose"),
            "fr" => SetOf("le texte"),
            _ => null,
        };

        private static ResourceSet SetOf(string text)
        {
            MemoryStream stream = new();
            ResourceWriter writer = new(stream);
            writer.AddResource(nameof(NoPurpose), text);
            writer.Generate();
            stream.Position = 0;
            return new(stream);
        }
    }
}
