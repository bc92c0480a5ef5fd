/** The form as it stands in a page of a region's own, before any script: as `lapor-gateway snippet` prints it, but shorter. */
export const plainForm = (
  { gateway, siteKey }: { readonly gateway: string; readonly siteKey: string },
  below = '',
): string => `<form method="post" action="${gateway}/forms/${siteKey}?lang=id" accept-charset="utf-8">
  <fieldset>
    <legend>Klasifikasi laporan</legend>
    <label><input type="radio" name="classification" value="complaint"> Pengaduan</label>
    <label><input type="radio" name="classification" value="aspiration"> Aspirasi</label>
    <label><input type="radio" name="classification" value="informationRequest"> Permintaan Informasi</label>
  </fieldset>
  <p><label for="lapor-title">Judul laporan</label><br><input id="lapor-title" name="title" type="text" maxlength="255"></p>
  <p><label for="lapor-content">Isi laporan</label><br><textarea id="lapor-content" name="content" rows="6" cols="40"></textarea></p>
  <p><button type="submit">Lanjutkan dan periksa</button></p>${below}
</form>`;
