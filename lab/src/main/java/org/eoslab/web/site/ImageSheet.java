package org.eoslab.web.site;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.eoslab.experiment.Example;

/** Images of one size on one sheet, row by row, as a JPEG. */
final class ImageSheet {
    /** Images in a row; the last row may have fewer. */
    static final int ACROSS = 25;

    /** A thumbnail at this quality shows no flaw. */
    private static final float QUALITY = 0.9f;

    private ImageSheet() {}

    /** The sheet as the address of its data. */
    static String of(List<Example.Image> images) {
        int width = images.get(0).width();
        int height = images.get(0).height();
        int down = (images.size() + ACROSS - 1) / ACROSS;
        BufferedImage sheet = new BufferedImage(ACROSS * width, down * height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < images.size(); i++) {
            sheet.setRGB(
                    i % ACROSS * width,
                    i / ACROSS * height,
                    width,
                    height,
                    images.get(i).rgb(),
                    0,
                    width);
        }
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(sheet));
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
