using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;
using TypedExplain.Batch.Cells;

namespace TypedExplain.Batch.Arrow;

/// <summary>How the values of each type become cells.</summary>
internal static class ArrowPutting
{
    private const long DayMilliseconds = 86_400_000;

    /// <summary>The texts of dictionaries that are in use.</summary>
    private static readonly ConditionalWeakTable<IArrowArray, string?[]> s_names = [];

    /// <summary>Puts values of a column into cells.</summary>
    /// <param name="array">The column.</param>
    /// <param name="start">The first row of it.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="into">Where to put them, from the first row on.</param>
    public static void Put(IArrowArray array, int start, int count, CellColumn into)
    {
        for (int row = 0; array.NullCount != 0 && row < count; row++)
        {
            if (array.IsNull(start + row))
                into.SetNull(row);
        }

        switch (array)
        {
            case DoubleArray values:
                values.Values.Slice(start, count).CopyTo(into.Numbers);
                break;
            case FloatArray values:
                Singles(values.Values.Slice(start, count), into);
                break;
            case HalfFloatArray values:
                Singles(values.Values.Slice(start, count), into);
                break;
            case Int64Array values:
                values.Values.Slice(start, count).CopyTo(into.Wholes);
                break;
            case Int32Array values:
                Wholes(values.Values.Slice(start, count), into);
                break;
            case Int16Array values:
                Wholes(values.Values.Slice(start, count), into);
                break;
            case Int8Array values:
                Wholes(values.Values.Slice(start, count), into);
                break;
            case UInt32Array values:
                Wholes(values.Values.Slice(start, count), into);
                break;
            case UInt16Array values:
                Wholes(values.Values.Slice(start, count), into);
                break;
            case UInt8Array values:
                Wholes(values.Values.Slice(start, count), into);
                break;
            case UInt64Array values:
                Unsigned(values.Values.Slice(start, count), into);
                break;
            case BooleanArray values:
                for (int row = 0; row < count; row++)
                    into.Wholes[row] = !into.IsNull[row] && values.GetValue(start + row)!.Value ? 1 : 0;
                break;
            case DurationArray values:
                values.Values.Slice(start, count).CopyTo(into.Wholes);
                break;
            case Time64Array values:
                values.Values.Slice(start, count).CopyTo(into.Wholes);
                break;
            case Time32Array values:
                Wholes(values.Values.Slice(start, count), into);
                break;
            case NullArray:
                for (int row = 0; row < count; row++)
                    into.SetNull(row);
                break;
            case DictionaryArray values:
                Dictionary(values, start, count, into);
                break;
            default:
                Texts(array, start, count, into);
                break;
        }
    }

    private static void Singles<TValue>(ReadOnlySpan<TValue> values, CellColumn into)
        where TValue : INumberBase<TValue>
    {
        for (int row = 0; row < values.Length; row++)
            into.Numbers[row] = double.CreateChecked(values[row]);
    }

    private static void Wholes<TValue>(ReadOnlySpan<TValue> values, CellColumn into)
        where TValue : IBinaryInteger<TValue>
    {
        for (int row = 0; row < values.Length; row++)
            into.Wholes[row] = long.CreateChecked(values[row]);
    }

    private static void Unsigned(ReadOnlySpan<ulong> values, CellColumn into)
    {
        for (int row = 0; row < values.Length; row++)
        {
            into.Wholes[row] = (long)values[row];
            if (values[row] > long.MaxValue && !into.IsNull[row])
                into.SetOdd(row, CellKind.Digits, values[row].ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Texts that are said by their places in a list.</summary>
    private static void Dictionary(DictionaryArray array, int start, int count, CellColumn into)
    {
        string?[] texts = s_names.GetValue(array.Dictionary, static names => Names((StringArray)names));
        for (int row = 0; row < count; row++)
        {
            if (!into.IsNull[row])
                PutText(into, row, texts[Place(array.Indices, start + row)]);
        }
    }

    private static string?[] Names(StringArray names) => [.. Enumerable.Range(0, names.Length).Select(i => names.IsNull(i) ? null : Utf8(names.GetBytes(i)))];

    private static long Place(IArrowArray places, int row) => places switch
    {
        Int32Array values => values.Values[row],
        Int8Array values => values.Values[row],
        Int16Array values => values.Values[row],
        Int64Array values => values.Values[row],
        UInt8Array values => values.Values[row],
        UInt16Array values => values.Values[row],
        UInt32Array values => values.Values[row],
        _ => throw new InvalidDataException("places in a dictionary are of a type that is not read"),
    };

    private static void Texts(IArrowArray array, int start, int count, CellColumn into)
    {
        for (int row = 0; row < count; row++)
        {
            if (!into.IsNull[row])
                PutText(into, row, Text(array, start + row));
        }
    }

    private static void PutText(CellColumn into, int row, string? text)
    {
        if (text is null)
            into.SetOdd(row, CellKind.Other, "bytes that are no UTF-8");
        else
            into.Texts[row] = text;
    }

    private static string? Text(IArrowArray array, int row) => array switch
    {
        StringArray values => Utf8(values.GetBytes(row)),
        LargeStringArray values => Utf8(values.GetBytes(row)),
        StringViewArray values => Utf8(values.GetBytes(row)),
        Date32Array values => CellTexts.Date(values.Values[row]),
        Date64Array values when values.Values[row] % DayMilliseconds == 0 => CellTexts.Date(values.Values[row] / DayMilliseconds),
        Date64Array values => CellTexts.Time(values.Values[row], 3, isUniversal: false),
        TimestampArray { Data.DataType: TimestampType type } values => CellTexts.Time(values.Values[row], ArrowKinds.Decimals(type.Unit), !string.IsNullOrEmpty(type.Timezone)),
        Decimal32Array values => Digits(values, values.Scale, row),
        Decimal64Array values => Digits(values, values.Scale, row),
        Decimal128Array values => Digits(values, values.Scale, row),
        Decimal256Array values => Digits(values, values.Scale, row),
        _ => null,
    };

    private static string Digits(FixedSizeBinaryArray values, int scale, int row) => CellTexts.Digits(new BigInteger(values.GetBytes(row)), scale);

    private static string? Utf8(ReadOnlySpan<byte> bytes) => CellTexts.Utf8(bytes);
}
