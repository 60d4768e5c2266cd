using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Reports.Tables;

/// <summary>Writes tables as JSON: numbers in full where cells have them, else their texts.</summary>
internal static class TableJson
{
    public static void Write(Utf8JsonWriter json, PictureTable table)
    {
        json.WriteStartArray("columns");
        foreach (PictureColumn column in table.Columns)
            json.WriteStringValue(column.Name);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (IReadOnlyList<PictureCell> row in table.Rows)
        {
            json.WriteStartArray();
            foreach (PictureCell cell in row)
            {
                if (cell.Number is { } number)
                    json.WriteDouble(number);
                else
                    json.WriteStringValue(cell.Text);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
