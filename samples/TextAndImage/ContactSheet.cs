using TypedExplain.Media;

namespace TextAndImage;

/// <summary>Images beside what each method makes of them, in one picture.</summary>
public static class ContactSheet
{
    private const int Rows = 10;
    private const int Scale = 3;
    private const int Gap = 6;

    /// <summary>Writes fashion.png: per row the image, then each explainer's effects, blue against the class and orange for it.</summary>
    public static void Write(string folder, IExplainer<Garment>[] explainers, Dataset<Garment> asked, IModel<Garment>[] outputs, int[] classes)
    {
        int side = 28 * Scale, columns = 1 + explainers.Length, rows = Math.Min(Rows, asked.Count);
        int width = (columns * (side + Gap)) + Gap, height = (rows * (side + Gap)) + Gap;
        byte[] sheet = new byte[3 * width * height];
        sheet.AsSpan().Fill(255);
        byte[] colors = new byte[3 * 784];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < 784; i++)
                colors.AsSpan(3 * i, 3).Fill((byte)(255 * asked[row].Picture.Span[i]));
            Put(0);
            for (int column = 1; column < columns; column++)
            {
                ImageAttribution effects = explainers[column - 1].Explain(outputs[classes[row]], asked[row]).Attribution.Picture;
                DivergingColors.Light.Paint(effects.PerPixel(), colors);
                Put(column);
            }

            void Put(int column)
            {
                for (int y = 0; y < side; y++)
                {
                    for (int x = 0; x < side; x++)
                    {
                        int at = 3 * ((((row * (side + Gap)) + Gap + y) * width) + (column * (side + Gap)) + Gap + x);
                        colors.AsSpan(3 * ((y / Scale * 28) + (x / Scale)), 3).CopyTo(sheet.AsSpan(at));
                    }
                }
            }
        }

        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "fashion.png"), Png.Encode(sheet, new ImageShape(height, width, 3)));
    }
}
