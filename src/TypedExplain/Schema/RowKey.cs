using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TypedExplain.Schema.Values;

namespace TypedExplain;

/// <summary>The member with <see cref="RowKeyAttribute"/>: what a record is known by, as text.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class RowKey<T>
    where T : IFeatureRecord<T>
{
    private readonly Func<T, string?> _write;
    private readonly CarryingKey _carry;

    private RowKey(string name, KeyForm form, string allowed, Func<T, string?> write, CarryingKey carry) =>
        (Name, Form, Allowed, _write, _carry) = (name, form, allowed, write, carry);

    private delegate bool CarryingKey(string text, T record, [MaybeNullWhen(false)] out T keyed);

    private delegate bool ReadingKey<TKey>(string text, [MaybeNullWhen(false)] out TKey key);

    /// <summary>The name of the member.</summary>
    public string Name { get; }

    /// <summary>What its text stands for.</summary>
    internal KeyForm Form { get; }

    /// <summary>Whether a record may have none.</summary>
    internal bool IsNullable => Form == KeyForm.TextOrNone;

    /// <summary>What its text may be, in words.</summary>
    internal string Allowed { get; }

    /// <summary>The key of a record as text, the same in every culture; null where it has none.</summary>
    /// <param name="record">The record.</param>
    public string? TextOf(T record) => _write(record);

    /// <summary>A record with the key that a text stands for, and all else of another one; false where the text is no such key.</summary>
    internal bool TryCarry(string text, T record, [MaybeNullWhen(false)] out T keyed) => _carry(text, record, out keyed);

    /// <summary>For generated code: a key that is a text; null and an empty text are the same to a file.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="isNullable">Whether there may be none.</param>
    /// <param name="get">The key of a record.</param>
    /// <param name="with">A record with another key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RowKey<T> OfText(string name, bool isNullable, Func<T, string?> get, Func<T, string?, T> with) => Of(
        name,
        isNullable ? KeyForm.TextOrNone : KeyForm.Text,
        isNullable ? "a text, or empty" : "a text that is not empty",
        get,
        static key => key,
        (string text, out string? key) => (key = text.Length == 0 ? null : text) is not null || isNullable,
        with);

    /// <summary>For generated code: a key that is a number.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="get">The key of a record.</param>
    /// <param name="with">A record with another key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RowKey<T> OfInt32(string name, Func<T, int> get, Func<T, int, T> with) => Of(
        name,
        KeyForm.Whole,
        "a whole number, -2147483648 to 2147483647",
        get,
        static key => key.ToString(CultureInfo.InvariantCulture),
        static (string text, out int key) => int.TryParse(Plain(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out key),
        with);

    /// <summary>For generated code: a key that is a large number.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="get">The key of a record.</param>
    /// <param name="with">A record with another key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RowKey<T> OfInt64(string name, Func<T, long> get, Func<T, long, T> with) => Of(
        name,
        KeyForm.Whole,
        "a whole number, -9223372036854775808 to 9223372036854775807",
        get,
        static key => key.ToString(CultureInfo.InvariantCulture),
        static (string text, out long key) => long.TryParse(Plain(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out key),
        with);

    /// <summary>For generated code: a key that is a unique identifier.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="get">The key of a record.</param>
    /// <param name="with">A record with another key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RowKey<T> OfGuid(string name, Func<T, Guid> get, Func<T, Guid, T> with) => Of(
        name,
        KeyForm.Identifier,
        "an identifier such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        get,
        static key => key.ToString("D", CultureInfo.InvariantCulture),
        static (string text, out Guid key) => Guid.TryParse(text, CultureInfo.InvariantCulture, out key),
        with);

    /// <summary>For generated code: a key that is a date.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="get">The key of a record.</param>
    /// <param name="with">A record with another key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RowKey<T> OfDateOnly(string name, Func<T, DateOnly> get, Func<T, DateOnly, T> with) => Of(
        name,
        KeyForm.Date,
        "a date such as 2024-05-31",
        get,
        static key => key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        static (string text, out DateOnly key) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out key),
        with);

    private static RowKey<T> Of<TKey>(string name, KeyForm form, string allowed, Func<T, TKey> get, Func<TKey, string?> write, ReadingKey<TKey> read, Func<T, TKey, T> with) => new(
        name,
        form,
        allowed,
        record => write(get(record)),
        (string text, T record, [MaybeNullWhen(false)] out T keyed) =>
        {
            bool isKey = read(text, out TKey? key);
            keyed = isKey ? with(record, key!) : default;
            return isKey;
        });

    /// <summary>A whole number without the point and zeros that some programs write after it, and without the NUL that .NET allows.</summary>
    private static string Plain(string text)
    {
        string number = text.Trim();
        int point = number.IndexOf('.');
        bool isRound = point > 0 && number.AsSpan(point + 1).IndexOfAnyExcept('0') < 0;
        return number.Contains('\0') ? "" : isRound ? number[..point] : number;
    }
}
