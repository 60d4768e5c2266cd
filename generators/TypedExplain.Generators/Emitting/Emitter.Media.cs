using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private bool HasMedia => _record.Media.Count > 0;

    private void EmitMedia()
    {
        if (!HasMedia)
            return;
        _writer.Line("Media =");
        _writer.Open("[");
        foreach (MediaModel media in _record.Media)
            _writer.Line($"new() {{ {string.Join(", ", MediaParts(media))} }},");
        _writer.Close("],");
    }

    private void EmitReadMedia()
    {
        if (!HasMedia)
            return;
        Member($"static void {Interface}.ReadMedia(in {_record.FullName} record, {Names.MediaValues} media)");
        _writer.Open();
        foreach (MediaModel media in _record.Media)
            _writer.Line($"media.Set({media.Index}, record.{Identifier.Escape(media.Name)});");
        _writer.Close();
    }

    private static string DecodeMedia(MediaModel media) => media.Kind switch
    {
        MediaKind.Text => $"media.Text({media.Index})",
        MediaKind.Image => $"media.Image({media.Index})",
        _ => $"media.Bytes({media.Index})",
    };

    private void EmitMediaNames()
    {
        if (!HasMedia)
            return;
        _writer.Line("/// <param name=\"attribution\">The effects of an explanation.</param>");
        _writer.Line($"extension{_record.TypeParameters}({Names.Attribution}<{_record.FullName}> attribution){_record.Constraints}");
        _writer.Open();
        foreach (MediaModel media in _record.Media)
        {
            if (media.Index > 0)
                _writer.Line();
            _writer.Line($"/// <summary>The effects of the {(media.Kind == MediaKind.Text ? "words" : "segments or pixels")} of <c>{media.Name}</c>.</summary>");
            _writer.Line(media.Kind == MediaKind.Text
                ? $"public {Names.TextAttribution} {Identifier.Escape(media.Name)} => attribution.TextOf({media.Index});"
                : $"public {Names.ImageAttribution} {Identifier.Escape(media.Name)} => attribution.ImageOf({media.Index});");
        }

        _writer.Close();
    }

    private static IEnumerable<string> MediaParts(MediaModel media)
    {
        yield return $"Name = {Literal.Text(media.Name)}";
        yield return $"Index = {media.Index}";
        if (media.Kind != MediaKind.Text)
            yield return $"Shape = new({media.Height}, {media.Width}, {media.Channels})";
        if (media.IsProtected)
            yield return "IsProtected = true";
        if (media.DisplayName is { } name)
            yield return $"DisplayName = {Literal.Text(name)}";
        if (media.Description is { } description)
            yield return $"Description = {Literal.Text(description)}";
    }
}
