using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private void EmitRowKey()
    {
        if (_record.RowKey is not { } key)
            return;
        string property = Identifier.Escape(key.Name);
        Member($"static {Names.RowKey}<{_record.FullName}>? {Interface}.RowKey {{ get; }} = {Names.RowKey}<{_record.FullName}>.Of{key.Type}(");
        _writer.Indent();
        _writer.Line($"{Literal.Text(key.Name)},");
        if (key.Type == RowKeyType.Text)
            _writer.Line($"isNullable: {(key.IsNullable ? "true" : "false")},");
        _writer.Line($"static record => record.{property},");
        _writer.Line($"static (record, key) => new({string.Join(", ", Passed(key))}){Initializer(key)});");
        _writer.Outdent();
    }

    /// <summary>What a copy is constructed of: everything as it is, but the key.</summary>
    private IEnumerable<string> Passed(RowKeyModel key)
    {
        IEnumerable<(string Name, string? Parameter)> members =
        [
            .. _record.Features.Select(feature => (feature.Name, feature.Parameter)),
            .. _record.Media.Select(media => (media.Name, media.Parameter)),
            .. _record.Ignored.Select(member => (member.Name, member.Parameter)),
        ];
        return members.Where(member => member.Parameter is not null).Select(member => $"{Identifier.Escape(member.Parameter!)}: {Copied(member.Name, key)}");
    }

    private string Initializer(RowKeyModel key)
    {
        string[] initialized =
        [
            .. _record.Features.Where(feature => feature.IsInitialized).Select(feature => feature.Name),
            .. _record.Media.Where(media => media.IsInitialized).Select(media => media.Name),
            .. _record.Ignored.Where(member => member.IsInitialized || (member.Name == key.Name && member.Parameter is null)).Select(member => member.Name),
        ];
        return initialized.Length == 0 ? "" : $" {{ {string.Join(", ", initialized.Select(name => $"{Identifier.Escape(name)} = {Copied(name, key)}"))} }}";
    }

    private static string Copied(string name, RowKeyModel key) =>
        name != key.Name ? $"record.{Identifier.Escape(name)}"
        : key.Type == RowKeyType.Text && !key.IsNullable ? "key!"
        : "key";
}
